import type { Kysely } from 'kysely';
import { conflict, notAllowed } from '../../../shared/errors.ts';
import type { Reading } from '../../../shared/handover/types.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { rolesOf } from '../people/store.ts';
import { getShift } from '../shifts/store.ts';

/** Who has read and signed what a shift recorded (阅签), in order. */
export async function readingsOf(db: Kysely<Database>, shiftId: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom('reading_signature as r')
    .innerJoin('person', 'person.id', 'r.person_id')
    .select(['r.person_id', 'person.name', 'r.at', 'r.remark'])
    .where('r.shift_id', '=', shiftId)
    .orderBy('r.at')
    .execute();
  return rows.map((r) => ({ personId: r.person_id, name: r.name, atMs: r.at, remark: r.remark }));
}

/** 阅签 by a leader on duty or a supervisor, once a person; it may come after the sheet was sealed. */
export async function readSign(
  tx: Tx,
  input: { shiftId: string; personId: string; remark: string },
): Promise<Reading[]> {
  const shift = await getShift(tx.db, input.shiftId);
  tx.about('shift', shift.id);
  if (shift.takenAtMs === null) throw conflict('notTaken');
  const person = await tx.db
    .selectFrom('person')
    .select('roles')
    .where('id', '=', input.personId)
    .executeTakeFirst();
  const roles = person ? rolesOf(person) : [];
  if (!roles.includes('leaderOnDuty') && !roles.includes('supervisor')) throw notAllowed('readersOnly');
  const before = await readingsOf(tx.db, shift.id);
  if (before.some((r) => r.personId === input.personId)) throw conflict('alreadySigned');
  await tx.insert('reading_signature', {
    id: newId(),
    shift_id: shift.id,
    person_id: input.personId,
    remark: input.remark,
    at: tx.nowMs,
  });
  return readingsOf(tx.db, shift.id);
}
