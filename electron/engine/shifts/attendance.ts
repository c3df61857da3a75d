import type { Kysely } from 'kysely';
import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import type { Absence, Attendance, Substitution } from '../../../shared/shifts/attendance.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { peopleNames } from '../people/store.ts';
import { getShift, requireHolderId } from './store.ts';

/** Nobody is away from a post that others hold: an absence ends at the latest when its shift was relieved. */
const endedBy = (toMs: number | null, row: { from_ms: number; relieved_at: number | null }): number | null =>
  row.relieved_at === null ? toMs : Math.max(row.from_ms, Math.min(toMs ?? row.relieved_at, row.relieved_at));

/** 脱岗 of a shift, in the order in which they began. */
export async function absencesOf(db: Kysely<Database>, shiftId: string): Promise<Absence[]> {
  const names = await peopleNames(db);
  const rows = await db
    .selectFrom('post_absence')
    .innerJoin('shift', 'shift.id', 'post_absence.shift_id')
    .selectAll('post_absence')
    .select('shift.relieved_at')
    .where('shift_id', '=', shiftId)
    .orderBy('from_ms')
    .orderBy('post_absence.id')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    personId: r.person_id,
    name: names.get(r.person_id) ?? '',
    fromMs: r.from_ms,
    toMs: endedBy(r.to_ms, r),
    reason: r.reason,
    byName: names.get(r.actor_id) ?? '',
  }));
}

/** 替班 of a shift, in order: who left, who came, when and why. */
export async function substitutionsOf(db: Kysely<Database>, shift: Shift): Promise<Substitution[]> {
  const names = await peopleNames(db);
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('shift_id', '=', shift.id)
    .where((eb) => eb.or([eb('kind', '=', 'substitute'), eb('kind', '=', 'in')]))
    .orderBy('at')
    .orderBy('id')
    .execute();
  const arrivals = rows.filter((r) => r.kind === 'in');
  return rows
    .filter((r) => r.kind === 'substitute')
    .map((r) => {
      // Former versions wrote no arrival of their own: the member who signed in at that instant.
      const came =
        arrivals.find((a) => a.at === r.at)?.person_id ??
        shift.members.find((m) => m.signedInAtMs === r.at)?.personId;
      return {
        outName: names.get(r.person_id) ?? '',
        inName: names.get(came ?? '') ?? '',
        atMs: r.at,
        reason: r.reason,
      };
    });
}

/** Everything about the presence of a shift's people. */
export async function attendanceOf(db: Kysely<Database>, shiftId: string): Promise<Attendance> {
  const shift = await getShift(db, shiftId);
  return {
    shift,
    absences: await absencesOf(db, shiftId),
    substitutions: await substitutionsOf(db, shift),
  };
}

/** Marks somebody of the crew on the desk as away from the post (脱岗), once until they are back. */
export async function markAbsence(
  tx: Tx,
  actorId: string,
  input: { personId: string; fromMs?: number; reason: string },
): Promise<Absence[]> {
  const shift = await getShift(tx.db, await requireHolderId(tx.db));
  tx.about('shift', shift.id);
  if (!shift.members.some((m) => m.personId === input.personId)) throw invalid('personId', 'notInCrew');
  const fromMs = input.fromMs ?? tx.nowMs;
  if (tooFarAhead(fromMs, tx.nowMs)) throw invalid('fromMs', 'future');
  if (fromMs < (shift.takenAtMs ?? 0)) throw invalid('fromMs', 'beforeShift');
  const away = (await absencesOf(tx.db, shift.id)).some(
    (a) => a.personId === input.personId && a.toMs === null,
  );
  if (away) throw conflict('alreadyAbsent');
  await tx.insert('post_absence', {
    id: newId(),
    shift_id: shift.id,
    person_id: input.personId,
    from_ms: fromMs,
    to_ms: null,
    reason: input.reason,
    actor_id: actorId,
    recorded_at: tx.nowMs,
    version: 1,
  });
  return absencesOf(tx.db, shift.id);
}

/** The person is back at the post; once only (`conflict: alreadyBack`). */
export async function endAbsence(tx: Tx, input: { id: string; toMs?: number }): Promise<Absence[]> {
  const row = await tx.db
    .selectFrom('post_absence')
    .innerJoin('shift', 'shift.id', 'post_absence.shift_id')
    .selectAll('post_absence')
    .select('shift.relieved_at')
    .where('post_absence.id', '=', input.id)
    .executeTakeFirst();
  if (!row) throw notFound('absence');
  tx.about('shift', row.shift_id);
  if (row.to_ms !== null) throw conflict('alreadyBack');
  const toMs = input.toMs ?? Math.max(tx.nowMs, row.from_ms);
  if (tooFarAhead(toMs, tx.nowMs)) throw invalid('toMs', 'future');
  if (toMs < row.from_ms) throw invalid('toMs', 'beforeStart');
  await tx.update('post_absence', row.id, { to_ms: endedBy(toMs, row) }, row.version);
  return absencesOf(tx.db, row.shift_id);
}

/** Who is replaced (替班) is no longer missed: what is open of their absence in this shift ends now. */
export async function endAbsencesOf(tx: Tx, shiftId: string, personId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('post_absence')
    .selectAll()
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .where('to_ms', 'is', null)
    .execute();
  for (const row of rows)
    await tx.update('post_absence', row.id, { to_ms: Math.max(tx.nowMs, row.from_ms) }, row.version);
}
