import { MINUTE } from '../time/zone.ts';
import type { Distribution, Rate } from './types.ts';

/** One span of one thing: its length once it has ended, whether it is still running, whether it counts as late. */
export type Span = {
  /** Null while it runs, and when it will never end. Never below zero: people round times up. */
  ms: number | null;
  pending: boolean;
  /** Null where nothing can be said: no limit, not yet due, called off before. */
  late: boolean | null;
};

const tenths = (ms: number) => Math.round((ms / MINUTE) * 10) / 10;

/** The middle of a sorted list; of an even number the mean of the two in the middle. */
function median(sorted: readonly number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : tenths((low + high) / 2);
}

/** The value that nine in ten do not exceed (nearest rank). */
function ninth(sorted: readonly number[]): number | null {
  const found = sorted[Math.ceil(sorted.length * 0.9) - 1];
  return found === undefined ? null : tenths(found);
}

/** Counts spans into buckets of minutes (篇三 四(二)): the counts always sum to `measured`. */
export function distributionOf(spans: readonly Span[], buckets: readonly number[]): Distribution {
  const ended = spans.flatMap((s) => (s.ms === null ? [] : [s.ms])).sort((a, b) => a - b);
  const counts = Array.from({ length: buckets.length + 1 }, () => 0);
  for (const ms of ended) {
    const found = buckets.findIndex((minutes) => ms <= minutes * MINUTE);
    const at = found === -1 ? buckets.length : found;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    measured: ended.length,
    pending: spans.filter((s) => s.pending).length,
    counts,
    medianMinutes: median(ended),
    p90Minutes: ninth(ended),
  };
}

/** On time over all that can be judged; an explanation changes nothing. */
export function rateOf(spans: readonly Span[]): Rate {
  const judged = spans.filter((s) => s.late !== null);
  return { numerator: judged.filter((s) => s.late === false).length, denominator: judged.length };
}
