import type { Kysely } from 'kysely';
import type { SheetAbsence, SheetPerson, WatchSpan } from '../../../shared/handover/types.ts';
import type { Substitution } from '../../../shared/shifts/attendance.ts';
import {
  type CrewFault,
  crewFaults,
  type PresenceFault,
  presenceFaults,
} from '../../../shared/shifts/crew-rules.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { dayKindOf } from '../calendar/day-kind.ts';
import type { Database } from '../db/schema.ts';
import { postureAt } from '../posture/store.ts';
import { limitsAt } from '../settings/store.ts';
import { absencesOf, substitutionsOf } from '../shifts/attendance.ts';
import { crewOf, getShift } from '../shifts/store.ts';

/** Attendance as the sheet prints it, with who stood in for whom. */
export async function sheetPeople(db: Kysely<Database>, shift: Shift): Promise<SheetPerson[]> {
  const substitutions = await substitutionsOf(db, shift);
  return shift.members.map(({ name, duty, signedInAtMs, signedOutAtMs, lateMinutes }) => {
    const standIn = substitutions.findLast((s) => s.inName === name);
    return {
      name,
      duty,
      signedInAtMs,
      signedOutAtMs,
      lateMinutes,
      standIn: standIn ? { name: standIn.outName, atMs: standIn.atMs, reason: standIn.reason } : null,
    };
  });
}

/** 脱岗 of a shift as the sheet prints it. */
export async function sheetAbsences(db: Kysely<Database>, shiftId: string): Promise<SheetAbsence[]> {
  const absences = await absencesOf(db, shiftId);
  return absences.map(({ name, fromMs, toMs, reason }) => ({ name, fromMs, toMs, reason }));
}

/**
 * Who held the desk at each minute from the planned start of a shift's duty day on: the crew before until it was relieved,
 * then every crew of the day. The spans join without gap or overlap.
 */
export async function watchOf(db: Kysely<Database>, shift: Shift, dayStartMs: number): Promise<WatchSpan[]> {
  const rows = await db
    .selectFrom('desk_holding as h')
    .leftJoin('shift_member as m', (join) =>
      join.onRef('m.shift_id', '=', 'h.shift_id').on('m.duty', '=', 'shiftLead'),
    )
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .select(['h.shift_id', 'h.from_ms', 'h.to_ms', 'p.name as lead'])
    .where('h.from_ms', '<=', shift.relievedAtMs ?? Number.MAX_SAFE_INTEGER)
    .where((eb) =>
      eb.or([
        eb('h.to_ms', 'is', null),
        eb('h.to_ms', '>', Math.min(dayStartMs, shift.takenAtMs ?? dayStartMs)),
      ]),
    )
    .orderBy('h.from_ms')
    .execute();
  const own = rows.findLastIndex((r) => r.shift_id === shift.id);
  const spans: WatchSpan[] = [];
  for (const r of rows.slice(0, own + 1)) {
    const held = { shiftId: r.shift_id, lead: r.lead ?? '', fromMs: r.from_ms, toMs: r.to_ms };
    spans.push(...splitAtStandIns(held, await substitutionsOf(db, await getShift(db, r.shift_id))));
  }
  return spans;
}

/** Where the lead was stood in for, the span goes over from one name to the other. */
function splitAtStandIns(held: WatchSpan, substitutions: readonly Substitution[]): WatchSpan[] {
  const spans = [held];
  for (const { inName, outName, atMs } of substitutions.toReversed()) {
    const [first] = spans;
    if (!first || first.lead !== inName || atMs < first.fromMs || atMs > (first.toMs ?? atMs)) continue;
    spans.splice(0, 1, { ...first, lead: outName, toMs: atMs }, { ...first, fromMs: atMs });
  }
  return spans;
}

/** Rules of the crew that a shift does not meet at `atMs`: marked on the sheet and at the desk, never blocking. */
export async function faultsOf(
  db: Kysely<Database>,
  shift: Shift,
  atMs: number,
): Promise<(CrewFault | PresenceFault)[]> {
  const { limits } = await limitsAt(db, atMs);
  const { posture } = await postureAt(db, atMs);
  const named = crewFaults(crewOf(shift), {
    posture,
    days: [dayKindOf(shift.dutyDay)],
    emergencyCrewMinimum: limits.emergencyCrewMinimum,
  });
  return [...named, ...presenceFaults(shift.members, shift.takenAtMs)];
}
