import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { siteAt } from '../settings/store.ts';
import { candidates, daysSpan } from './list-candidates.ts';

/** A page of a filtered list: from a number on (`beforeNumber`), or after so many rows (`offset`). */
export type ListQuery = InstructionFilter & { beforeNumber: string | null; offset: number; limit: number };

/** For how long nobody became late by the passing of time alone, as far as a list is concerned. */
const LATE_KEPT_MS = 10_000;

/** What a row must be, besides its words. `+`: candidates are looked up as rows, never by way of another index. */
function conditions(filter: InstructionFilter, timeZone: string, nowMs: number): RawBuilder<unknown> {
  const { states, dutyDay, categoryNo, zone, targetId } = filter;
  const { fromMs, toMs } = daysSpan(filter, timeZone);
  const all = [
    states.length > 0 && sql`state IN (${sql.join(states)})`,
    dutyDay !== null && sql`+shift_id IN (SELECT id FROM shift WHERE duty_day = ${dutyDay})`,
    fromMs !== null && sql`+received_at >= ${fromMs}`,
    toMs !== null && sql`+received_at < ${toMs}`,
    categoryNo !== null && sql`record ->> '$.categoryNo' = ${categoryNo}`,
    zone !== null && sql`record ->> '$.zone' = ${zone}`,
    targetId !== null && wasSent(targetId),
    filter.late && hasLateTeam(nowMs),
  ].filter((each) => each !== false);
  return all.length === 0 ? sql`1` : sql.join(all, sql` AND `);
}

const wasSent = (targetId: string) =>
  sql`EXISTS (SELECT 1 FROM json_each(record, '$.dispatches') WHERE value ->> '$.to.id' = ${targetId})`;

/** The rule of `isLate` (shared/instructions/clock.ts) where the records lie; a test holds the two together. */
const hasLateTeam = (nowMs: number) =>
  sql`EXISTS (SELECT 1 FROM json_each(record, '$.dispatches') WHERE
    coalesce(value ->> '$.arrivedAtMs', min(${nowMs}, coalesce(value ->> '$.recalled.atMs', ${nowMs})))
    > coalesce(value ->> '$.takenAtMs', value ->> '$.dispatchedAtMs') + (value ->> '$.limitMinutes') * ${MINUTE})`;

async function readNumbers(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
): Promise<readonly string[]> {
  const { timeZone } = await siteAt(db, nowMs);
  const where = conditions(filter, timeZone, nowMs);
  const found: string[] = [];
  for await (const rids of candidates(db, filter, timeZone)) {
    const { rows } = await sql<{ number: string }>`SELECT number FROM instruction
      WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(rids)})) AND ${where}`.execute(db);
    for (const row of rows) found.push(row.number);
  }
  return found.sort();
}

type Kept = { key: string; atMs: number; numbers: Promise<readonly string[]> };
/** The list read last: its other pages, and the same list at another seat, need not read the records again. */
const kept = new WeakMap<Kysely<Database>, Kept>();

/** The numbers of all instructions that a filter lets through, oldest first; the engine answers others meanwhile. */
export async function filteredNumbers(
  db: Kysely<Database>,
  filter: InstructionFilter,
  nowMs: number,
): Promise<readonly string[]> {
  const { states, dutyDay, fromDay, toDay, words, categoryNo, targetId, zone, late } = filter;
  // Whatever was written since, to the record or by a rebuild of the index: this connection is the only one that writes.
  const { rows } = await sql<{ writes: number }>`SELECT total_changes() AS writes`.execute(db);
  const key = JSON.stringify([
    rows[0]?.writes,
    states,
    dutyDay,
    fromDay,
    toDay,
    words,
    categoryNo,
    targetId,
    zone,
    late,
  ]);
  const known = kept.get(db);
  const sameTime = !late || Math.abs(nowMs - (known?.atMs ?? 0)) < LATE_KEPT_MS;
  if (known?.key === key && sameTime) return known.numbers;
  const numbers = readNumbers(db, filter, nowMs);
  kept.set(db, { key, atMs: nowMs, numbers });
  // What failed is asked again; whoever waits for it hears of it.
  numbers.catch(() => kept.delete(db));
  return numbers;
}

/** A page of instructions, newest first, and how many there are in all. */
export async function listInstructions(
  db: Kysely<Database>,
  query: ListQuery,
  nowMs: number,
): Promise<{ rows: Instruction[]; total: number }> {
  const { beforeNumber, offset, limit } = query;
  if (filtersNothing(query)) return everyInstruction(db, query);
  const numbers = await filteredNumbers(db, query, nowMs);
  const older = beforeNumber === null ? numbers : numbers.filter((number) => number < beforeNumber);
  const end = Math.max(0, older.length - offset);
  const page = await recordsOf(db, older.slice(Math.max(0, end - limit), end));
  return { rows: page.reverse(), total: numbers.length };
}

const filtersNothing = (f: InstructionFilter): boolean =>
  f.states.length === 0 &&
  f.words === '' &&
  !f.late &&
  [f.dutyDay, f.fromDay, f.toDay, f.categoryNo, f.targetId, f.zone].every((each) => each === null);

/** The index by number leads straight to any page of the whole list. */
async function everyInstruction(db: Kysely<Database>, { beforeNumber, offset, limit }: ListQuery) {
  let page = db.selectFrom('instruction').select('record').orderBy('number', 'desc');
  if (beforeNumber !== null) page = page.where('number', '<', beforeNumber);
  const rows = await page.limit(limit).offset(offset).execute();
  const { total } = await db
    .selectFrom('instruction')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((r) => readRecord(r.record)), total };
}

/** The instructions with these numbers, oldest first. */
async function recordsOf(db: Kysely<Database>, numbers: readonly string[]): Promise<Instruction[]> {
  const { rows } = await sql<{ record: string }>`SELECT record FROM instruction
    WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) ORDER BY number`.execute(db);
  return rows.map((r) => readRecord(r.record));
}

/** Instructions by their numbers, oldest first, in portions: the engine answers others between them. */
export async function* inPortions(
  db: Kysely<Database>,
  numbers: readonly string[],
  size = 250,
): AsyncGenerator<Instruction[]> {
  for (let n = 0; n < numbers.length; n += size) {
    if (n > 0) await new Promise(setImmediate);
    yield await recordsOf(db, numbers.slice(n, n + size));
  }
}
