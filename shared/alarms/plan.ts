import type { AlarmSeries, AlarmStep } from './types.ts';

/** The steps of a series due in `(afterMs, untilMs]`; pure, so that every tick may ask again. */
export function stepsBetween(series: AlarmSeries, afterMs: number, untilMs: number): AlarmStep[] {
  const steps: AlarmStep[] = [];
  const bornLate = lastStepBefore(series, series.bornAtMs);
  const firstRepeat = series.ringsWhenBornLate
    ? bornLate
    : bornLate + (dueAt(series, bornLate) < series.bornAtMs ? 1 : 0);
  for (let repeat = Math.max(firstRepeat, skipTo(series, afterMs)); ; repeat += 1) {
    const dueAtMs = dueAt(series, repeat);
    if (dueAtMs > untilMs || dueAtMs >= series.settledAtMs) break;
    if (series.everyMs === null && repeat > 0) break;
    if (dueAtMs > afterMs && !series.silent?.({ dueAtMs, repeat })) {
      steps.push({ class: series.class, subjectId: series.subjectId, dueAtMs, repeat });
    }
  }
  return steps;
}

const dueAt = (series: AlarmSeries, repeat: number) => series.firstDueAtMs + repeat * (series.everyMs ?? 0);

/** The last step at or before an instant, 0 when even the first lies after it. */
function lastStepBefore(series: AlarmSeries, ms: number): number {
  if (ms <= series.firstDueAtMs || series.everyMs === null) return 0;
  return Math.floor((ms - series.firstDueAtMs) / series.everyMs);
}

/** The first step worth looking at after an instant: keeps a tick cheap however old a series is. */
function skipTo(series: AlarmSeries, afterMs: number): number {
  if (series.everyMs === null || afterMs < series.firstDueAtMs) return 0;
  return Math.floor((afterMs - series.firstDueAtMs) / series.everyMs);
}
