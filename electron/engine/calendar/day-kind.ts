import { getDayDetail } from 'chinese-days';
import type { DayKind } from '../../../shared/shifts/crew-rules.ts';

/** Statutory days carry a name in three parts; plain weekdays and weekends only that of the weekday. */
const isNamed = (name: string) => name.includes(',');

const known = new Map<string, boolean>();

/** Whether the calendar of a year has been published: its National Day bears a name then. */
function isPublished(year: string): boolean {
  const answer = known.get(year) ?? isNamed(getDayDetail(`${year}-10-01`).name);
  known.set(year, answer);
  return answer;
}

/** What kind of day a date (YYYY-MM-DD) is by the State Council's calendar; `unknown` for a year not yet published. */
export function dayKindOf(date: string): DayKind {
  if (!isPublished(date.slice(0, 4))) return 'unknown';
  const { work, name } = getDayDetail(date);
  if (work) return 'workday';
  return isNamed(name) ? 'holiday' : 'weekend';
}
