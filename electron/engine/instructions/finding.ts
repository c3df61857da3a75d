import { type Kysely, sql } from 'kysely';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { callerName, phoneDigits } from '../../../shared/instructions/nearby.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { factKeys } from '../search/facts.ts';
import { indexDoc, isIndexed, isStillToCome } from '../search/index.ts';
import { initialsIn, joinedNumbers } from '../search/names.ts';
import { addPlace, correctPlace } from './known-places.ts';

const contentOf = (i: Instruction) => `${i.place} ${i.text}`;

/** Everybody named in a record, by whatever part they had in it. */
const namesOf = (i: Instruction) => [
  i.caller,
  ...i.dispatches.flatMap((d) => [d.takenBy, ...d.members]),
  ...i.notices.map((n) => n.who),
  ...i.orders.flatMap((o) => [o.who, o.owner]),
  ...i.followUps.map((f) => f.owner),
  i.transfer?.receiver ?? '',
];

const noteOf = (i: Instruction) =>
  [
    i.number,
    i.centreNo,
    i.phone.replace(/\D/g, ''),
    i.disposition?.text ?? '',
    i.disposition?.code ?? '',
    ...i.dispatches.flatMap((d) => [d.to.name, d.sceneText, ...d.explanations.map((e) => e.reason)]),
    ...i.followUps.map((f) => f.text),
    ...i.orders.map((o) => o.text),
    i.declined?.text ?? '',
    i.voided?.reason ?? '',
    i.transfer?.to ?? '',
    joinedNumbers(i.text),
    ...namesOf(i),
    initialsIn(namesOf(i)),
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

/** What the filters of the search ask for, as far as the record itself says it. */
const stateOf = (i: Instruction) => `${isOpen(i.state)} ${i.dispatches.map((d) => d.to.id).join(' ')}`;

/** Keeps the index and the known places in step with a record; part of the change that wrote it. */
export async function keepFindable(tx: Tx, before: Instruction | null, after: Instruction): Promise<void> {
  // A rebuild may not have come to an older record yet: it takes it as it is then, or all of it is new to the index.
  if (!(await isIndexed(tx.db, 'instruction', after.id))) {
    if (!(await isStillToCome(tx.db, after.id))) await makeFindable(tx.db, after);
    return;
  }
  if (before === null) return;
  const said = contentOf(before) !== contentOf(after) || noteOf(before) !== noteOf(after);
  if (said || stateOf(before) !== stateOf(after) || (await isFirstAct(tx, after.id)))
    await indexWords(tx.db, after);
  await correctPlace(tx.db, before, after);
}

/** Whether who writes now had no part in the record before. */
async function isFirstAct(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ acts: number }>`SELECT count(*) AS acts FROM instruction_event
    WHERE instruction_id = ${id} AND actor_id = ${tx.actorId}`.execute(tx.db);
  return rows[0]?.acts === 1;
}

/** Puts a record into the index that is not in it yet, with one use of its place; at `place` while the index is filled. */
export async function makeFindable(
  db: Kysely<Database>,
  i: Instruction,
  place: number | null = null,
): Promise<void> {
  await indexWords(db, i, place);
  await addPlace(db, i);
}

async function indexWords(db: Kysely<Database>, i: Instruction, place: number | null = null): Promise<void> {
  const actors = await actorsOf(db, i);
  const groups = i.dispatches.filter((d) => d.to.kind === 'group').map((d) => d.to.id);
  const unitIds = i.dispatches.filter((d) => d.to.kind === 'unit').map((d) => d.to.id);
  if (groups.length > 0) {
    const found = await db.selectFrom('action_group').select('unit_id').where('id', 'in', groups).execute();
    unitIds.push(...found.map((g) => g.unit_id));
  }
  const names = actors.map((a) => a.name);
  await indexDoc(
    db,
    {
      kind: 'instruction',
      id: i.id,
      atMs: i.backEnteredAtMs ?? i.receivedAtMs,
      content: contentOf(i),
      note: [noteOf(i), ...names, initialsIn(names)].join(' '),
      keys: [
        ...[phoneKey(i.phone), callerKey(i.caller)].filter((key) => key !== null),
        ...factKeys({ personIds: actors.map((a) => a.id), unitIds, open: isOpen(i.state) }),
      ],
    },
    place,
  );
}

/** Who received it and whoever acted on it. */
async function actorsOf(db: Kysely<Database>, i: Instruction): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`SELECT id, name FROM person WHERE id = ${i.receivedBy}
    OR id IN (SELECT actor_id FROM instruction_event WHERE instruction_id = ${i.id})`.execute(db);
  return rows;
}
