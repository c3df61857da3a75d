import { addDays, instant, localDate } from '../../../shared/time/zone.ts';
import { readTime } from '../../components/time-text.ts';

/** A clock time as it stands on a form of `day`; one with its own date is that. Undefined when it cannot be read. */
export const timeOfDay = (typed: string, day: string, timeZone: string): number | undefined =>
  readTime(typed, instant(day, '12:00', timeZone), timeZone);

/**
 * A later (or earlier) time on the same form: without a date the one nearest to the receipt is meant, so that `00:10`
 * after a receipt at 23:50 is the next day. Undefined when it cannot be read.
 */
export function timeNear(typed: string, nearMs: number, timeZone: string): number | undefined {
  const day = localDate(nearMs, timeZone);
  const readings = [-1, 0, 1].flatMap((n) => timeOfDay(typed, addDays(day, n), timeZone) ?? []);
  return readings.sort((a, b) => Math.abs(a - nearMs) - Math.abs(b - nearMs))[0];
}
