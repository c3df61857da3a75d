/** One line of the report. `ok` says whether the goal was met; `goal` says it in words. */
export type Line = { name: string; value: number; floor: number; ratio: number; goal: string; ok: boolean };

/** The value below which `share` of all measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const round = (n: number) => Math.round(n * 100) / 100;

/** A measurement that may lie at most so far above its floor of the same run. */
export function atMostAbove(name: string, value: number, floor: number, byAtMost: number): Line {
  return {
    name,
    value: round(value),
    floor: round(floor),
    ratio: round(value / floor),
    goal: `<= floor + ${byAtMost}`,
    ok: value <= floor + byAtMost,
  };
}

/** A measurement that may take at most such a share of its floor of the same run. */
export function atMostShare(name: string, value: number, floor: number, share: number): Line {
  return {
    name,
    value: round(value),
    floor: round(floor),
    ratio: Number((value / floor).toPrecision(3)),
    goal: `<= floor / ${Math.round(1 / share)}`,
    ok: value <= floor * share,
  };
}
