import { invalid } from '../errors.ts';
import { tooFarAhead } from '../time/occurrence.ts';
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

/** Nobody arrives before being sent (`invalid: beforeDispatch`). */
export function notBeforeDispatch(team: Dispatch, arrivedAtMs: number, path: string): void {
  if (arrivedAtMs < Math.min(clockStartMs(team), team.dispatchedAtMs)) throw invalid(path, 'beforeDispatch');
}

/** A judgement about one team. */
export const teamTime = (team: Dispatch, occurredAtMs: number | undefined): Judgement => ({
  resolved: { dispatchId: team.id },
  occurredAtMs,
});
