import { TZDate } from '@date-fns/tz';

/** Milliseconds of one minute. */
export const MINUTE = 60_000;
/** Milliseconds of one day of 24 hours; a calendar day may differ, use `addDays`. */
export const DAY = 86_400_000;

/** The local calendar date `YYYY-MM-DD` of an instant in the site's zone. */
export function localDate(ms: number, timeZone: string): string {
  const d = new TZDate(ms, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

/** Minutes since local midnight of an instant in the site's zone (wall clock). */
export function minuteOfDay(ms: number, timeZone: string): number {
  const d = new TZDate(ms, timeZone);
  return d.getHours() * 60 + d.getMinutes();
}

/** The instant at which the wall clock of `timeZone` shows `date` (YYYY-MM-DD) and `clock` (HH:MM or HH:MM:SS). */
export function instant(date: string, clock: string, timeZone: string): number {
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number);
  const [h = 0, min = 0, s = 0] = clock.split(':').map(Number);
  return new TZDate(y, m - 1, d, h, min, s, timeZone).getTime();
}

/** The calendar date `days` after `date`. */
export function addDays(date: string, days: number): string {
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10);
}

/** Minutes since midnight of `HH:MM`. */
export function clockMinutes(clock: string): number {
  const [h = 0, m = 0] = clock.split(':').map(Number);
  return h * 60 + m;
}
