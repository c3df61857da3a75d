import { clockMinutes, minuteOfDay } from './zone.ts';

/** Spans of local wall time, `[from, to)` as `HH:MM` pairs; a span may cross midnight. */
export type ClockSpans = readonly (readonly [string, string])[];

/** Whether an instant lies in one of the spans. Holds on every day, holidays included (篇三 三(一)). */
export function withinSpans(ms: number, spans: ClockSpans, timeZone: string): boolean {
  const minute = minuteOfDay(ms, timeZone);
  return spans.some(([from, to]) => {
    const a = clockMinutes(from);
    const b = clockMinutes(to);
    return a <= b ? minute >= a && minute < b : minute >= a || minute < b;
  });
}
