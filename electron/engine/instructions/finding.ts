import { type Kysely, sql } from 'kysely';
import { callerName, phoneDigits } from '../../../shared/instructions/nearby.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { indexDoc } from '../search/index.ts';
import { initialsOf } from '../search/initials.ts';

const contentOf = (i: Instruction) => `${i.place} ${i.text}`;
const noteOf = (i: Instruction) =>
  [
    i.number,
    i.centreNo,
    i.caller,
    i.phone.replace(/\D/g, ''),
    i.disposition?.text ?? '',
    i.disposition?.code ?? '',
    ...i.dispatches.map((d) => d.to.name),
  ].join(' ');

/** Of a number, the part that is told with and without an area code. */
const LOCAL_DIGITS = 7;

/** The key under which a number is found, whole or without its area code; null when it is too short to tell a caller by. */
export const phoneKey = (phone: string): string | null => {
  const digits = phoneDigits(phone);
  return digits === '' ? null : `tel${digits.slice(-LOCAL_DIGITS)}`;
};

/** The key under which a caller is found by name; null for nobody (匿名). */
export const callerKey = (caller: string): string | null => {
  const name = callerName(caller);
  return name === '' ? null : `who${name}`;
};

/** Keeps the index and the known places in step with a record; part of the change that wrote it. */
export async function keepFindable(tx: Tx, before: Instruction | null, after: Instruction): Promise<void> {
  const newWords =
    before === null || contentOf(before) !== contentOf(after) || noteOf(before) !== noteOf(after);
  if (newWords) await indexWords(tx.db, after);
  if (before?.place !== after.place) await rememberPlace(tx.db, after);
}

const indexWords = (db: Kysely<Database>, i: Instruction) =>
  indexDoc(db, {
    kind: 'instruction',
    id: i.id,
    atMs: i.receivedAtMs,
    content: contentOf(i),
    note: noteOf(i),
    keys: [phoneKey(i.phone), callerKey(i.caller)].filter((key) => key !== null),
  });

async function rememberPlace(db: Kysely<Database>, i: Instruction): Promise<void> {
  const seen = { zone: i.zone, grid_no: i.gridNo, last_at: i.receivedAtMs };
  await db
    .insertInto('known_place')
    .values({ place: i.place, initials: initialsOf(i.place), uses: 1, ...seen })
    .onConflict((c) =>
      c.column('place').doUpdateSet((eb) => ({ ...seen, uses: eb('known_place.uses', '+', 1) })),
    )
    .execute();
}

/** Fills the derived tables from the record when they are empty: after an upgrade, or after they were thrown away. */
export async function rebuildFinding(db: Kysely<Database>): Promise<void> {
  const known = await db.selectFrom('search_doc').select('rid').limit(1).executeTakeFirst();
  const any = await db.selectFrom('instruction').select('id').limit(1).executeTakeFirst();
  if (known || !any) return;
  await db.transaction().execute(async (trx) => {
    await sql`DELETE FROM known_place`.execute(trx);
    const rows = await trx.selectFrom('instruction').select('record').orderBy('number').execute();
    for (const row of rows) {
      const i = readRecord(row.record);
      await indexWords(trx, i);
      await rememberPlace(trx, i);
    }
  });
}
