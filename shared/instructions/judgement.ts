import { invalid } from '../errors.ts';
import { tooFarAhead } from '../time/occurrence.ts';
import { MINUTE } from '../time/zone.ts';
import { clockStartMs } from './clock.ts';
import type { Dispatch, Instruction, Resolved } from './types.ts';

/** What deciding an action came to: what the engine resolved, and when it happened where that was typed. */
export type Judgement = { resolved: Resolved; occurredAtMs?: number };

/** A typed time must not lie ahead of the desk's clock (`invalid: future`); returns it. */
export function notAhead(
  typedMs: number | undefined,
  path: string,
  ctx: { nowMs: number },
): number | undefined {
  if (typedMs !== undefined && tooFarAhead(typedMs, ctx.nowMs)) throw invalid(path, 'future');
  return typedMs;
}

/** Nothing is explained, transferred or reported before the call itself (`invalid: beforeReceipt`). */
export function notBeforeCall(
  i: Pick<Instruction, 'issuedAtMs' | 'receivedAtMs'>,
  typedMs: number | undefined,
  path: string,
): void {
  if (typedMs !== undefined && typedMs < Math.min(i.issuedAtMs, i.receivedAtMs))
    throw invalid(path, 'beforeReceipt');
}

/** The minute an instant lies in: times are typed by the minute, the desk's own clock has seconds. */
export const minuteOf = (ms: number): number => Math.floor(ms / MINUTE) * MINUTE;

/** Nobody arrives before being sent, by the minute (`invalid: beforeDispatch`). */
export function notBeforeDispatch(team: Dispatch, arrivedAtMs: number, path: string): void {
  const sentAtMs = Math.min(clockStartMs(team), team.dispatchedAtMs);
  if (arrivedAtMs < minuteOf(sentAtMs)) throw invalid(path, 'beforeDispatch');
}

/** A judgement about one team. */
export const teamTime = (team: Dispatch, occurredAtMs: number | undefined): Judgement => ({
  resolved: { dispatchId: team.id },
  occurredAtMs,
});
