import type { AlarmSeries, AlarmStep } from './types.ts';

/**
 * The steps of a series that ring in `(afterMs, untilMs]`; pure, so that every tick may ask again. A step rings at its
 * due time; one that had passed when the desk learned of the deadline rings at that moment, with its true time.
 */
export function stepsBetween(series: AlarmSeries, afterMs: number, untilMs: number): AlarmStep[] {
  const steps: AlarmStep[] = [];
  const first = firstStep(series);
  for (let repeat = Math.max(first, stepBefore(series, afterMs)); ; repeat += 1) {
    const dueAtMs = dueAt(series, repeat);
    const ringsAtMs = Math.max(dueAtMs, series.bornAtMs);
    if (dueAtMs > untilMs || ringsAtMs >= series.settledAtMs) break;
    if (series.everyMs === null && repeat > 0) break;
    if (ringsAtMs > afterMs && ringsAtMs <= untilMs && !series.silent?.({ dueAtMs, repeat })) {
      steps.push({ class: series.class, subjectId: series.subjectId, dueAtMs, repeat });
    }
  }
  return steps;
}

/** Whether a step due at an instant belongs to a series as it stands now. */
export function isStepOf(series: AlarmSeries, dueAtMs: number): boolean {
  const sinceMs = dueAtMs - series.firstDueAtMs;
  return sinceMs === 0 || (series.everyMs !== null && sinceMs > 0 && sinceMs % series.everyMs === 0);
}

const dueAt = (series: AlarmSeries, repeat: number) => series.firstDueAtMs + repeat * (series.everyMs ?? 0);

/** The first step that may ring at all: of those already past at birth only the last, or none. */
function firstStep(series: AlarmSeries): number {
  const last = stepBefore(series, series.bornAtMs);
  if (dueAt(series, last) >= series.bornAtMs || series.ringsWhenBornLate) return last;
  return last + 1;
}

/** The last step at or before an instant, 0 when even the first lies after it. Keeps a tick cheap however old a series is. */
function stepBefore(series: AlarmSeries, ms: number): number {
  if (ms <= series.firstDueAtMs || series.everyMs === null) return 0;
  return Math.floor((ms - series.firstDueAtMs) / series.everyMs);
}
