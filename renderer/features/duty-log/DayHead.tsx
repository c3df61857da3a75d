import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { dutyDayOf } from '../../../shared/time/duty-day.ts';
import { addDays } from '../../../shared/time/zone.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import css from './log.module.css';

/** Which duty day is shown, from when to when, and how much it holds. */
export function DayNote({ day }: { day: LogDay }) {
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

/** To the day before, to the present one, to the day after. */
export function DayButtons({ shown, toDay }: DayButtonsProps) {
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
