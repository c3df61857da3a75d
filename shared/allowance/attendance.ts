import { allows } from '../instructions/lifecycle.ts';
import type { Dispatch, Instruction } from '../instructions/types.ts';
import type { AttendanceEnd } from './types.ts';

/** When a team was out for an instruction. */
export type Attendance = { fromMs: number; toMs: number; end: AttendanceEnd };

/** Whether the record says that the team was on its way or there; naming its people says so too. */
const went = (d: Dispatch) => d.leftAtMs !== null || d.arrivedAtMs !== null;

/** Whether an instruction has come to nothing: its teams count only where they really left. */
const cameToNothing = (i: Instruction) => i.state === 'voided' || i.state === 'declined';

/**
 * What ended the work of a team whose return nobody entered: the earliest thing recorded after it was there. `ended` holds the
 * results and closings of the instruction's events: reopening takes them out of its record, but nobody went out again by that.
 */
function assumedEnd(i: Instruction, d: Dispatch, ended: readonly number[]): number | null {
  const sinceMs = d.arrivedAtMs ?? d.leftAtMs ?? d.dispatchedAtMs;
  const ends = [
    d.recalled?.atMs,
    i.transfer?.transferredAtMs,
    ...i.followUps.map((f) => f.recordedAtMs),
    i.disposition?.recordedAtMs,
    i.closedAtMs,
    ...ended,
  ].filter((ms): ms is number => typeof ms === 'number' && ms >= sinceMs);
  return ends.length === 0 ? null : Math.min(...ends);
}

/**
 * When a team was out (篇三 五(六)): from leaving, else from taking the order, else from being sent, to its return, else to what
 * ended its work, else until now. Null for a team that was called back before it left, or that nothing says ever went; on a
 * voided or linked instruction only leaving or arriving counts. `ended`: when its events ever recorded a result or a closing.
 */
export function attendanceOf(
  i: Instruction,
  d: Dispatch,
  nowMs: number,
  ended: readonly number[] = [],
): Attendance | null {
  const named = d.members.length > 0 && d.recalled === null && !cameToNothing(i);
  if (!went(d) && !named) return null;
  const fromMs = Math.min(
    d.leftAtMs ?? d.takenAtMs ?? d.dispatchedAtMs,
    d.arrivedAtMs ?? Number.POSITIVE_INFINITY,
  );
  const until = (toMs: number, end: AttendanceEnd): Attendance => ({
    fromMs,
    toMs: Math.max(fromMs, toMs),
    end,
  });
  if (d.returnedAtMs !== null) return until(d.returnedAtMs, 'returned');
  const assumed = assumedEnd(i, d, ended);
  return assumed === null ? until(nowMs, 'out') : until(assumed, 'assumed');
}

/** Whether the people of a team can still be entered (出动人员登记). */
export const canEnterPeople = (i: Instruction, d: Dispatch): boolean =>
  d.recalled === null && allows('turnout', i.state);
