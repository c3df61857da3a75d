import { type DutyCalendar, dutyDaySpan } from '../time/duty-day.ts';
import { addDays, instant } from '../time/zone.ts';
import type { Period } from './types.ts';

/** The longest period of one report, in days: a leap year. */
export const LONGEST_PERIOD_DAYS = 366;

/** The instants a period means: from, up to and not including; both its days are inside. */
export function periodSpan(
  period: Pick<Period, 'fromDay' | 'toDay' | 'basis'>,
  calendar: DutyCalendar,
): { fromMs: number; toMs: number } {
  if (period.basis === 'duty') {
    return {
      fromMs: dutyDaySpan(period.fromDay, calendar).startMs,
      toMs: dutyDaySpan(period.toDay, calendar).endMs,
    };
  }
  return {
    fromMs: instant(period.fromDay, '00:00', calendar.timeZone),
    toMs: instant(addDays(period.toDay, 1), '00:00', calendar.timeZone),
  };
}

/** What is wrong with a period, as a key of the locales; null when it can be reported. */
export function periodProblem(
  period: Pick<Period, 'fromDay' | 'toDay'>,
): 'periodOrder' | 'periodTooLong' | null {
  if (period.toDay < period.fromDay) return 'periodOrder';
  return addDays(period.fromDay, LONGEST_PERIOD_DAYS) <= period.toDay ? 'periodTooLong' : null;
}

/** The Monday of the week a date lies in (GB/T 7408: the week begins on Monday). */
export function weekStart(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((day + 6) % 7));
}

/** The last date of the month a date lies in. */
export function monthEnd(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
