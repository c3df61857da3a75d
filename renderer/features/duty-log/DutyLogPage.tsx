import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { localDate } from '../../../shared/fields.ts';
import { dutyDayOf } from '../../../shared/time/duty-day.ts';
import { addDays } from '../../../shared/time/zone.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useNow } from '../../app/now.ts';
import { useRouteParams } from '../../app/route.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { EntryForm } from './EntryForm.tsx';
import { LogTable } from './LogTable.tsx';
import css from './log.module.css';
import { linesOf } from './log-lines.ts';

/** 值班日志: one duty day as the paper form has it, with the full form for a new entry (F3). */
export function DutyLogPage() {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [params, setParams] = useRouteParams();
  const [writing, setWriting] = useState(params.has('new'));
  const typedDay = params.get('day');
  const dutyDay = typedDay !== null && localDate().safeParse(typedDay).success ? typedDay : undefined;
  const query = useQuery(desk.dutyLog.day.queryOptions({ input: { dutyDay } }));
  const mayWrite = mayCall('dutyLog.add');
  const open = () => setWriting(true);
  useHotkey('F3', open, useArmed() && mayWrite);
  const toDay = (day: string | undefined) => setParams({ day: day ?? null });
  const close = () => {
    setWriting(false);
    setParams({ new: null });
  };
  return (
    <PageFrame
      title={t(($) => $.log.title)}
      fill
      note={query.data && <DayNote day={query.data} />}
      actions={
        <>
          {query.data && <DayButtons shown={query.data.dutyDay} toDay={toDay} />}
          {mayWrite && (
            <Button variant="filled" onClick={open} rightSection={<Kbd>F3</Kbd>}>
              {t(($) => $.log.newEntry)}
            </Button>
          )}
        </>
      }
    >
      <Panel label={t(($) => $.log.title)} flush fill>
        {query.isError && <EmptyState>{errorText(query.error)}</EmptyState>}
        {query.isPending && <EmptyState>{t(($) => $.common.loading)}</EmptyState>}
        {query.data && <DayLines day={query.data} isPresent={dutyDay === undefined} />}
      </Panel>
      {writing && mayWrite && <EntryForm onClose={close} />}
    </PageFrame>
  );
}

/**
 * True from the render after the desk was opened or unlocked: the frame registers its own F3 then, and the newest
 * handler of a key wins.
 */
function useArmed(): boolean {
  const { locked } = useSession();
  const [armed, setArmed] = useState(false);
  useEffect(() => setArmed(!locked), [locked]);
  return armed;
}

function DayLines({ day, isPresent }: { day: LogDay; isPresent: boolean }) {
  const { t } = useTranslation();
  const lines = useMemo(() => linesOf(day), [day]);
  if (lines.length > 0) return <LogTable lines={lines} shifts={day.shifts} />;
  if (day.shifts.length === 0) return <EmptyState>{t(($) => $.log.noShift)}</EmptyState>;
  return (
    <EmptyState>
      <b className={css.quiet}>{t(($) => $.log.quiet)}</b>
      <br />
      {isPresent ? t(($) => $.log.quietHint) : t(($) => $.log.quietPast)}
    </EmptyState>
  );
}

function DayNote({ day }: { day: LogDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={css.dayNote}>
      <b className={css.day}>
        {t(($) => $.log.dayOf, { day: format.localDay(day.dutyDay), weekday: format.weekday(day.startMs) })}
      </b>
      <span>
        {t(($) => $.log.span, { start: format.dateTime(day.startMs), end: format.dateTime(day.endMs) })}
      </span>
      <span>
        {t(($) => $.log.count, { entries: day.entries.length, lines: day.instructionLines.length })}
      </span>
    </span>
  );
}

type DayButtonsProps = { shown: string; toDay: (day: string | undefined) => void };

function DayButtons({ shown, toDay }: DayButtonsProps) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const site = useSettings()?.site;
  const present = site ? dutyDayOf(now, site) : shown;
  const go = (day: string) => toDay(day >= present ? undefined : day);
  return (
    <>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t(($) => $.log.previousDay)}
        title={t(($) => $.log.previousDay)}
        onClick={() => toDay(addDays(shown, -1))}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <Button onClick={() => toDay(undefined)} disabled={shown >= present}>
        {t(($) => $.log.today)}
      </Button>
      <ActionIcon
        variant="default"
        size={34}
        disabled={shown >= present}
        aria-label={t(($) => $.log.nextDay)}
        title={t(($) => $.log.nextDay)}
        onClick={() => go(addDays(shown, 1))}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
    </>
  );
}
