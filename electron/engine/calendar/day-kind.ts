import calendar from 'chinese-days';
import type { DayKind, DutyDayFacts } from '../../../shared/shifts/crew-rules.ts';

/** Statutory days carry a name in three parts; plain weekdays and weekends only that of the weekday. */
const isNamed = (name: string) => name.includes(',');

const known = new Map<string, boolean>();

/** Whether the calendar of a year has been published: its National Day bears a name then. */
function isPublished(year: string): boolean {
  const answer = known.get(year) ?? isNamed(calendar.getDayDetail(`${year}-10-01`).name);
  known.set(year, answer);
  return answer;
}

/** What kind of day a date (YYYY-MM-DD) is by the State Council's calendar; `unknown` for a year not yet published. */
export function dayKindOf(date: string): DayKind {
  if (!isPublished(date.slice(0, 4))) return 'unknown';
  const { work, name } = calendar.getDayDetail(date);
  if (work) return 'workday';
  return isNamed(name) ? 'holiday' : 'weekend';
}

/** What the calendar says of a duty day: its kind, and the holiday's name when it is one. */
export function dutyDayFacts(dutyDay: string): DutyDayFacts {
  const kind = dayKindOf(dutyDay);
  if (kind !== 'holiday') return { dutyDay, kind, holiday: null };
  const [en = '', zh = ''] = calendar.getDayDetail(dutyDay).name.split(',');
  return { dutyDay, kind, holiday: { zh, en } };
}
