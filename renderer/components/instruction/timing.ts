import { clockStartMs } from '../../../shared/instructions/clock.ts';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import type { Level } from '../StateShape.tsx';
import { byDue } from './steps.ts';

/** The clock a card shows: the first deadline among what is owed, and where its bar begins. */
export type Timing = {
  code: Obligation['code'];
  dispatchId?: string;
  orderId?: string;
  startMs: number;
  dueMs: number;
  warnMs: number;
};

/** The clock of an instruction; undefined when nothing owed has one. */
export function timingOf(i: Instruction, owed: readonly Obligation[], present: Limits): Timing | undefined {
  const limits = i.limits ?? present;
  const first = byDue(owed).find((o) => o.dueAtMs !== null);
  if (!first || first.dueAtMs === null) return undefined;
  const dueMs = first.dueAtMs;
  return {
    code: first.code,
    dispatchId: first.dispatchId,
    orderId: first.orderId,
    dueMs,
    startMs: startOf(i, first, dueMs, limits),
    warnMs: warnOf(first, limits),
  };
}

function startOf(i: Instruction, owed: Obligation, dueMs: number, limits: Limits): number {
  const team = i.dispatches.find((d) => d.id === owed.dispatchId);
  switch (owed.code) {
    case 'arrival':
    case 'explainDelay':
      return team ? clockStartMs(team) : dueMs;
    case 'sceneReport':
      return team?.arrivalRecordedAtMs ?? dueMs;
    case 'notifyDeputy':
    case 'notifyHead':
      return dueMs - limits.leaderNoticeMinutes * MINUTE;
    case 'reportBack':
      return i.disposition?.recordedAtMs ?? i.receivedAtMs;
    case 'leaderOrder':
      return i.orders.find((o) => o.id === owed.orderId)?.recordedAtMs ?? i.receivedAtMs;
    case 'followUp':
      return i.followUps.find((f) => f.done === null)?.recordedAtMs ?? i.receivedAtMs;
    default:
      return i.receivedAtMs;
  }
}

/** How long before the deadline the warning colour begins; short clocks warn only once they have run out. */
function warnOf(owed: Obligation, limits: Limits): number {
  if (owed.code === 'arrival') return Math.max(0, ...limits.arrivalWarnings) * MINUTE;
  return owed.code === 'followUp' || owed.code === 'leaderOrder' ? 15 * MINUTE : 0;
}

/**
 * What is left of a clock, negative once it has run out. Never more than the whole of it: where the machine's clock was
 * set back, a limit of 30 minutes does not show 90.
 */
export const leftOf = (timing: Pick<Timing, 'startMs' | 'dueMs'>, nowMs: number): number =>
  Math.min(timing.dueMs - nowMs, Math.max(0, timing.dueMs - timing.startMs));

/** Tone of a clock: 1 overdue, 2 near its end, 0 running. */
export function levelAt(timing: Pick<Timing, 'dueMs' | 'warnMs'>, nowMs: number): Level {
  if (nowMs >= timing.dueMs) return 1;
  return nowMs >= timing.dueMs - timing.warnMs ? 2 : 0;
}

/** The key by which cards are sorted: what is due first; what has no clock after all that has. */
export const sortKey = (timing: Timing | undefined, i: Instruction): number =>
  timing?.dueMs ?? 1e15 + i.receivedAtMs;
