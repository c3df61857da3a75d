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
function median(sorted: Float64Array): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : tenths((low + high) / 2);
}

/** The value that nine in ten do not exceed (nearest rank). */
function ninth(sorted: Float64Array): number | null {
  const found = sorted[Math.ceil(sorted.length * 0.9) - 1];
  return found === undefined ? null : tenths(found);
}

/** Spans of one group and stage, counted as they come: no more is kept of them than the figures need. */
export type Tally = { endedMs: number[]; pending: number; onTime: number; judged: number };

export const newTally = (): Tally => ({ endedMs: [], pending: 0, onTime: 0, judged: 0 });

/** Counts one span in. */
export function addSpan(tally: Tally, { ms, pending, late }: Span): void {
  if (ms !== null) tally.endedMs.push(ms);
  if (pending) tally.pending += 1;
  if (late !== null) tally.judged += 1;
  if (late === false) tally.onTime += 1;
}

/** The counted spans in buckets of minutes (篇三 四(二)): the counts always sum to `measured`. */
export function distributionOf(tally: Tally, buckets: readonly number[]): Distribution {
  const ended = Float64Array.from(tally.endedMs).sort();
  const counts = Array.from({ length: buckets.length + 1 }, () => 0);
  for (const ms of ended) {
    const found = buckets.findIndex((minutes) => ms <= minutes * MINUTE);
    const at = found === -1 ? buckets.length : found;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    measured: ended.length,
    pending: tally.pending,
    counts,
    medianMinutes: median(ended),
    p90Minutes: ninth(ended),
  };
}

/** On time over all that can be judged; an explanation changes nothing. */
export const rateOf = ({ onTime, judged }: Tally): Rate => ({ numerator: onTime, denominator: judged });
