import type { Kysely } from 'kysely';
import { callerName, phoneDigits } from '../../../shared/instructions/nearby.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { indexDoc, isIndexed } from '../search/index.ts';
import { addPlace, correctPlace } from './known-places.ts';

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
  // A rebuild may not have come to an older record yet: then all of it is new to the index.
  if (before === null || !(await isIndexed(tx.db, 'instruction', after.id))) {
    await makeFindable(tx.db, after);
    return;
  }
  if (contentOf(before) !== contentOf(after) || noteOf(before) !== noteOf(after))
    await indexWords(tx.db, after);
  await correctPlace(tx.db, before, after);
}

/** Puts a record into the index that is not in it yet, with one use of its place. */
export async function makeFindable(db: Kysely<Database>, i: Instruction): Promise<void> {
  await indexWords(db, i);
  await addPlace(db, i);
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
