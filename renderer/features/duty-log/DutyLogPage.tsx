import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate } from '../../../shared/fields.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useRouteParams } from '../../app/route.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { DayButtons, DayNote } from './DayHead.tsx';
import { DayView } from './DayView.tsx';
import { EntryForm } from './EntryForm.tsx';
import { PaperButtons } from './PaperButtons.tsx';

/** How long a saved entry stays marked. */
const FRESH_MS = 8000;

/**
 * 值班日志: one duty day as the paper form has it, with the full form for a new entry (F3). The address says which day
 * (`day`), which entry stands open beside the grid (`entry`; alone it finds its day) and what narrows the day.
 */
export function DutyLogPage() {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [params, setParams] = useRouteParams();
  const [fresh, setFresh] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [writing, setWriting] = useState(params.has('new'));
  const typedDay = params.get('day');
  const entryId = params.get('entry');
  const dutyDay = typedDay !== null && localDate().safeParse(typedDay).success ? typedDay : undefined;
  const input = { dutyDay, entryId: dutyDay === undefined && entryId !== null ? entryId : undefined };
  const query = useQuery(desk.dutyLog.day.queryOptions({ input }));
  const mayWrite = mayCall('dutyLog.add');
  const open = () => setWriting(true);
  useHotkey('F3', open, useArmed() && mayWrite);
  const toDay = (day: string | undefined) => setParams({ day: day ?? null, entry: null });
  const close = () => {
    setWriting(false);
    setParams({ new: null });
    // Until the new line stands there and takes the keyboard.
    requestAnimationFrame(() => opener.current?.focus());
  };
  useEffect(() => {
    if (fresh === null) return;
    const timer = setTimeout(() => setFresh(null), FRESH_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  const day = query.data;
  const held = day?.shifts.some((s) => s.takenAtMs !== null && s.relievedAtMs === null) === true;
  const select = (id: string | null) =>
    // An open entry stands in the address with its day; the present day alone needs none, so that it goes on with the clock.
    setParams({ entry: id, day: id === null && held ? null : (day?.dutyDay ?? typedDay) });
  return (
    <PageFrame
      title={t(($) => $.log.title)}
      fill
      note={day && <DayNote day={day} />}
      actions={
        <>
          {day && <DayButtons shown={day.dutyDay} toDay={toDay} />}
          {day && <PaperButtons dutyDay={day.dutyDay} entry={day.entries.find((e) => e.id === entryId)} />}
          {mayWrite && (
            <Button ref={opener} variant="filled" onClick={open} rightSection={<Kbd>F3</Kbd>}>
              {t(($) => $.log.newEntry)}
            </Button>
          )}
        </>
      }
    >
      <Panel label={t(($) => $.log.title)} flush fill>
        {query.isError && (
          <EmptyState>
            {errorText(query.error)}
            <br />
            <Button mt="sm" onClick={() => toDay(undefined)}>
              {t(($) => $.log.today)}
            </Button>
          </EmptyState>
        )}
        {query.isPending && <EmptyState>{t(($) => $.common.loading)}</EmptyState>}
        {day && (
          <DayView
            day={day}
            isPresent={dutyDay === undefined}
            entryId={entryId}
            fresh={fresh}
            onSelect={select}
            params={params}
            setParams={setParams}
          />
        )}
      </Panel>
      {writing && mayWrite && <EntryForm onSaved={setFresh} onClose={close} />}
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
