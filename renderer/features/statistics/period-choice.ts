import { type DutyCalendar, dutyDayOf } from '../../../shared/time/duty-day.ts';
import { addDays, localDate } from '../../../shared/time/zone.ts';
import { monthEnd, weekStart } from '../../../shared/timeliness/period.ts';
import type { Period } from '../../../shared/timeliness/types.ts';

/** The periods offered, in their order; `custom` takes its days from the address. */
export const presets = ['duty', 'week', 'lastWeek', 'month', 'lastMonth', 'custom'] as const;
export type Preset = (typeof presets)[number];

/** The days a choice means, both included. */
export type Days = Pick<Period, 'fromDay' | 'toDay' | 'basis'>;

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The preset in an address; this week without one. */
export const presetOf = (params: URLSearchParams): Preset =>
  presets.find((p) => p === params.get('period')) ?? 'week';

/** The days of a preset at an instant, in the site's zone; weeks begin on Monday. */
export function daysOf(preset: Preset, params: URLSearchParams, nowMs: number, calendar: DutyCalendar): Days {
  const today = localDate(nowMs, calendar.timeZone);
  const span = (fromDay: string, toDay: string): Days => ({ fromDay, toDay, basis: 'local' });
  const monday = weekStart(today);
  const first = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'duty': {
      const day = dutyDayOf(nowMs, calendar);
      return { fromDay: day, toDay: day, basis: 'duty' };
    }
    case 'week':
      return span(monday, addDays(monday, 6));
    case 'lastWeek':
      return span(addDays(monday, -7), addDays(monday, -1));
    case 'month':
      return span(first, monthEnd(first));
    case 'lastMonth': {
      const last = addDays(first, -1);
      return span(`${last.slice(0, 7)}-01`, last);
    }
    case 'custom': {
      const [from, to] = [params.get('from'), params.get('to')];
      return span(isDay(from) ? from : monday, isDay(to) ? to : isDay(from) ? from : addDays(monday, 6));
    }
  }
}
