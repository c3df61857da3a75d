import { addDays, clockMinutes, instant, localDate, minuteOfDay } from './zone.ts';

/** What the calendar of a site needs: its zone and the changeover time `HH:MM` in force. */
export type DutyCalendar = { timeZone: string; changeover: string };

/** The duty day (值班日) an instant falls in: the date on which it began at the changeover (篇五 四(二)). */
export function dutyDayOf(ms: number, calendar: DutyCalendar): string {
  const date = localDate(ms, calendar.timeZone);
  const before = minuteOfDay(ms, calendar.timeZone) < clockMinutes(calendar.changeover);
  return before ? addDays(date, -1) : date;
}

/** Start and end of a duty day, epoch ms; the end is the next day's changeover. */
export function dutyDaySpan(dutyDay: string, calendar: DutyCalendar): { startMs: number; endMs: number } {
  return {
    startMs: instant(dutyDay, calendar.changeover, calendar.timeZone),
    endMs: instant(addDays(dutyDay, 1), calendar.changeover, calendar.timeZone),
  };
}
