import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { searchQuery } from '../../../shared/search/tokens.ts';
import { addDays, instant, MINUTE } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { siteAt } from '../settings/store.ts';

/** A page of a filtered list: from a number on (`beforeNumber`), or after so many rows (`offset`). */
export type ListQuery = InstructionFilter & { beforeNumber: string | null; offset: number; limit: number };

/** Records read at a time where all must be read: some ten milliseconds. */
const PORTION = 2000;

type Filtered = SelectQueryBuilder<Database, 'instruction', unknown>;

/** The instructions that a filter lets through, as a query to be narrowed further. */
export async function filtered(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
): Promise<Filtered> {
  const { timeZone } = await siteAt(db, nowMs);
  let q: Filtered = db.selectFrom('instruction');
  if (filter.states.length > 0) q = q.where('state', 'in', [...filter.states]);
  if (filter.dutyDay !== null) {
    const { dutyDay } = filter;
    q = q.where('shift_id', 'in', (eb) =>
      eb.selectFrom('shift').select('id').where('duty_day', '=', dutyDay),
    );
  }
  if (filter.fromDay !== null) q = q.where('received_at', '>=', instant(filter.fromDay, '00:00', timeZone));
  if (filter.toDay !== null)
    q = q.where('received_at', '<', instant(addDays(filter.toDay, 1), '00:00', timeZone));
  if (filter.words !== '') q = q.where(wordsMatch(filter.words));
  if (filter.categoryNo !== null)
    q = q.where(sql<boolean>`json_extract(record, '$.categoryNo') = ${filter.categoryNo}`);
  if (filter.zone !== null) q = q.where(sql<boolean>`json_extract(record, '$.zone') = ${filter.zone}`);
  if (filter.targetId !== null) q = q.where(wasSent(filter.targetId));
  if (filter.late) q = q.where(hasLateTeam(nowMs));
  return q;
}

/** Every word must be in the index (place, contents, numbers, caller, digits of the phone, teams, result). */
function wordsMatch(words: string) {
  const match = searchQuery(words);
  if (match === null) return sql<boolean>`0`;
  return sql<boolean>`id IN (SELECT subject_id FROM search_doc WHERE kind = 'instruction'
    AND rid IN (SELECT rowid FROM log_search WHERE log_search MATCH ${match}))`;
}

const wasSent = (targetId: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM json_each(record, '$.dispatches') WHERE value ->> '$.to.id' = ${targetId})`;

/** The rule of `isLate` (shared/instructions/clock.ts) where the records lie; a test holds the two together. */
const hasLateTeam = (nowMs: number) =>
  sql<boolean>`EXISTS (SELECT 1 FROM json_each(record, '$.dispatches') WHERE
    coalesce(value ->> '$.arrivedAtMs', min(${nowMs}, coalesce(value ->> '$.recalled.atMs', ${nowMs})))
    > coalesce(value ->> '$.takenAtMs', value ->> '$.dispatchedAtMs') + (value ->> '$.limitMinutes') * ${MINUTE})`;

/** What can only be read in the records themselves, over all of them: nothing else narrows the list. */
const readsEveryRecord = (f: InstructionFilter): boolean =>
  (f.categoryNo !== null || f.zone !== null || f.targetId !== null || f.late) &&
  f.dutyDay === null &&
  f.fromDay === null &&
  f.toDay === null &&
  f.words === '';

/** The numbers that such a filter lets through, newest first, read in portions: the engine answers others between them. */
async function numbersInPortions(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
): Promise<string[]> {
  const all = await db.selectFrom('instruction').select('number').orderBy('number', 'desc').execute();
  const found: string[] = [];
  for (let n = 0; n < all.length; n += PORTION) {
    if (n > 0) await new Promise(setImmediate);
    const q = await filtered(db, filter, nowMs);
    const rows = await q
      .select('number')
      .where('number', '<=', all[n]?.number ?? '')
      .where('number', '>=', all[Math.min(n + PORTION, all.length) - 1]?.number ?? '')
      .orderBy('number', 'desc')
      .execute();
    found.push(...rows.map((r) => r.number));
  }
  return found;
}

/** How many instructions a filter lets through. */
export async function countInstructions(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
): Promise<number> {
  if (readsEveryRecord(filter)) return (await numbersInPortions(db, filter, nowMs)).length;
  const q = await filtered(db, filter, nowMs);
  const { n } = await q.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

/** A page of instructions, newest first, and how many there are in all. */
export async function listInstructions(
  db: Kysely<Database>,
  query: ListQuery,
  nowMs: number,
): Promise<{ rows: Instruction[]; total: number }> {
  const { beforeNumber, offset, limit } = query;
  if (readsEveryRecord(query)) {
    const numbers = await numbersInPortions(db, query, nowMs);
    const after = beforeNumber === null ? numbers : numbers.filter((number) => number < beforeNumber);
    const page = after.slice(offset, offset + limit);
    const rows = await db
      .selectFrom('instruction')
      .select('record')
      .where('number', 'in', page)
      .orderBy('number', 'desc')
      .execute();
    return { rows: rows.map((r) => readRecord(r.record)), total: numbers.length };
  }
  const all = await filtered(db, query, nowMs);
  let page = all.select('record').orderBy('number', 'desc').limit(limit).offset(offset);
  if (beforeNumber !== null) page = page.where('number', '<', beforeNumber);
  const rows = await page.execute();
  return { rows: rows.map((r) => readRecord(r.record)), total: await countInstructions(db, query, nowMs) };
}

/** Every instruction of a filter, oldest first, in portions: the engine answers others between them. */
export async function* inPortions(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
  size = 500,
): AsyncGenerator<Instruction[]> {
  for (let after = ''; ; ) {
    const q = await filtered(db, filter, nowMs);
    const rows = await q
      .select(['number', 'record'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(size)
      .execute();
    if (rows.length > 0) yield rows.map((r) => readRecord(r.record));
    if (rows.length < size) return;
    after = rows.at(-1)?.number ?? after;
    await new Promise(setImmediate);
  }
}
