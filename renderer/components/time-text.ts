import { tooFarAhead } from '../../shared/time/occurrence.ts';
import { addDays, instant, localDate } from '../../shared/time/zone.ts';

/** Which way an undated time is read: `past` for what has happened, `future` for what falls due. */
export type TimeSense = 'past' | 'future';

const clockPattern = /^(\d{1,2})(?:[:：.](\d{1,2})(?:[:：.](\d{1,2}))?|(\d{2})(\d{2})?)$/;
const datePattern = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?\s*(.*)$/;
/** A time of the coming day this near is meant as such; whether it may be so far ahead the engine decides. */
const ROUNDED_UP_MS = 15 * 60_000;

const two = (n: number) => String(n).padStart(2, '0');

function readClock(text: string): string | undefined {
  // Three digits are an hour of one digit and its minutes: 830 is 08:30.
  const found = clockPattern.exec(/^\d{3}$/.test(text) ? `0${text}` : text);
  if (!found) return undefined;
  const [h, m, s] = [found[1], found[2] ?? found[4], found[3] ?? found[5]].map((part) => Number(part ?? 0));
  if (h === undefined || m === undefined || s === undefined || h > 23 || m > 59 || s > 59) return undefined;
  return `${two(h)}:${two(m)}:${two(s)}`;
}

/** A day that the calendar has; 30 February is none. */
const isDay = (date: string) => addDays(date, 0) === date;

/** Typed without a year at the turn of the year: what happened is never long ahead, what falls due never long past. */
function nearestYear(monthDay: string, today: string, sense: TimeSense): string {
  const year = Number(today.slice(0, 4));
  const here = `${year}-${monthDay}`;
  if (sense === 'future' && here < addDays(today, -180)) return `${year + 1}-${monthDay}`;
  if (sense === 'past' && here > addDays(today, 180)) return `${year - 1}-${monthDay}`;
  return here;
}

function readDate(text: string, today: string, sense: TimeSense): { date: string; rest: string } | undefined {
  if (/^昨[天日]?/.test(text)) return { date: addDays(today, -1), rest: text.replace(/^昨[天日]?\s*/, '') };
  if (/^明[天日]?/.test(text)) return { date: addDays(today, 1), rest: text.replace(/^明[天日]?\s*/, '') };
  const found = datePattern.exec(text);
  if (!found) return undefined;
  const monthDay = `${two(Number(found[2]))}-${two(Number(found[3]))}`;
  const date = found[1] ? `${found[1]}-${monthDay}` : nearestYear(monthDay, today, sense);
  return isDay(date) ? { date, rest: found[4] ?? '' } : undefined;
}

/**
 * Understands a typed time near `nowMs`: `23:58` typed at 00:03 was yesterday; `08:00` due typed at 22:00 is tomorrow.
 * A date in front (`3-12 23:58`, `昨天 23:58`) settles it. Undefined when it cannot be read.
 */
export function readTime(
  typed: string,
  nowMs: number,
  timeZone: string,
  sense: TimeSense = 'past',
): number | undefined {
  // An input method left in full-width mode writes ２３：１０.
  const text = typed.normalize('NFKC').trim();
  const today = localDate(nowMs, timeZone);
  const clock = readClock(text);
  if (clock === undefined) {
    const dated = readDate(text, today, sense);
    const datedClock = dated && readClock(dated.rest.trim());
    return dated && datedClock ? instant(dated.date, datedClock, timeZone) : undefined;
  }
  const here = instant(today, clock, timeZone);
  if (sense === 'future') return here > nowMs ? here : instant(addDays(today, 1), clock, timeZone);
  const after = instant(addDays(today, 1), clock, timeZone);
  // A minute after midnight, typed a minute before it: people round up.
  if (after - nowMs <= ROUNDED_UP_MS) return after;
  if (!tooFarAhead(here, nowMs)) return here;
  const before = instant(addDays(today, -1), clock, timeZone);
  // Nearer ahead than behind: a slip of the finger that the desk must refuse, not a time of yesterday.
  return nowMs - before < here - nowMs ? before : here;
}
