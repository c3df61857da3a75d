import { MINUTE } from '../time/zone.ts';
import type { Dispatch, Instruction } from './types.ts';

/** When the arrival clock of a team began: at taking the order, provisionally at dispatch (篇三 四(二)1). */
export const clockStartMs = (dispatch: Dispatch) => dispatch.takenAtMs ?? dispatch.dispatchedAtMs;

/** The instant by which a team owes its arrival (应到时间). */
export const arrivalDeadlineMs = (dispatch: Dispatch) =>
  clockStartMs(dispatch) + dispatch.limitMinutes * MINUTE;

/** Whole minutes a team arrived late, rounded up; 0 when on time, null before arrival. An explanation changes nothing. */
export function lateMinutes(dispatch: Dispatch): number | null {
  if (dispatch.arrivedAtMs === null) return null;
  return Math.max(0, Math.ceil((dispatch.arrivedAtMs - arrivalDeadlineMs(dispatch)) / MINUTE));
}

/** Whether a team counts as late: it arrived after its limit, or the limit has passed without arrival or recall. */
export function isLate(dispatch: Dispatch, nowMs: number): boolean {
  const deadline = arrivalDeadlineMs(dispatch);
  if (dispatch.arrivedAtMs !== null) return dispatch.arrivedAtMs > deadline;
  return Math.min(nowMs, dispatch.recalled?.atMs ?? nowMs) > deadline;
}

/** Until when a team's delay is explained: for good without an expected time (Infinity), null while unexplained. */
export function explainedUntilMs(dispatch: Dispatch): number | null {
  const latest = dispatch.explanations.at(-1);
  return latest ? (latest.expectedAtMs ?? Number.POSITIVE_INFINITY) : null;
}

/** Teams that were sent and not called back. */
export const activeDispatches = (instruction: Instruction) =>
  instruction.dispatches.filter((d) => !d.recalled);

/** The team an event without a named team means: the earliest that has not arrived, else the last not recalled. */
export function impliedDispatch(instruction: Instruction): Dispatch | undefined {
  const active = activeDispatches(instruction);
  return active.find((d) => d.arrivedAtMs === null) ?? active.at(-1);
}

/** On-time arrivals over arrivals and expired limits (到场及时率); duplicates and voided ones must be left out before. */
export function arrivalRate(
  instructions: readonly Instruction[],
  nowMs: number,
): { numerator: number; denominator: number } {
  const judged = instructions
    .filter((i) => i.state !== 'voided')
    .flatMap((i) => i.dispatches)
    .filter((d) => d.arrivedAtMs !== null || isLate(d, nowMs));
  return { numerator: judged.filter((d) => !isLate(d, nowMs)).length, denominator: judged.length };
}
