import { MINUTE } from '../time/zone.ts';
import type { Shift, ShiftMember } from './types.ts';

/** 脱岗: away from the post during one's shift. */
export type Absence = {
  id: string;
  personId: string;
  name: string;
  fromMs: number;
  /** Null while the person is away. */
  toMs: number | null;
  reason: string;
  byName: string;
};

/** 替班: who stood in for whom in the middle of a shift. */
export type Substitution = { outName: string; inName: string; atMs: number; reason: string };

export type Attendance = { shift: Shift; absences: Absence[]; substitutions: Substitution[] };

/**
 * How a person of a crew stands to its time (篇五 四(二): 准时到岗，不得迟到、早退): expected (not yet time), due (the last
 * minutes before), missing (it has begun without them), onTime, late, absent (the shift ended without them), leftEarly.
 */
export type Presence = 'expected' | 'due' | 'missing' | 'onTime' | 'late' | 'absent' | 'leftEarly';

type Member = Pick<ShiftMember, 'signedInAtMs' | 'signedOutAtMs' | 'lateMinutes'>;
type Times = Pick<Shift, 'plannedStartMs' | 'takenAtMs' | 'relievedAtMs'>;

/** Whether a member has come and not gone again. */
export const isThere = (member: Pick<ShiftMember, 'signedInAtMs' | 'signedOutAtMs'>): boolean =>
  member.signedInAtMs !== null && member.signedOutAtMs === null;

/** The presence of one person at `nowMs`; crews come `leadMinutes` before their shift. */
export function presenceOf(member: Member, shift: Times, nowMs: number, leadMinutes: number): Presence {
  const { signedInAtMs, signedOutAtMs, lateMinutes } = member;
  const ended = shift.relievedAtMs !== null;
  // Who went again before the crew took over has not come to it.
  const cameInVain = shift.takenAtMs === null && signedOutAtMs !== null;
  if (signedInAtMs === null || cameInVain) {
    if (ended) return 'absent';
    const beginsMs = Math.min(shift.plannedStartMs, shift.takenAtMs ?? shift.plannedStartMs);
    if (nowMs >= beginsMs) return 'missing';
    return nowMs >= beginsMs - leadMinutes * MINUTE ? 'due' : 'expected';
  }
  if (signedOutAtMs !== null && (shift.relievedAtMs === null || signedOutAtMs < shift.relievedAtMs))
    return 'leftEarly';
  return (lateMinutes ?? 0) > 0 ? 'late' : 'onTime';
}
