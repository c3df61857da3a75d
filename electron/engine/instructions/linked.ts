import { type Kysely, sql } from 'kysely';
import type { LinkedCall } from '../../../shared/contract/instructions.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';

/**
 * What is linked to each of these as duplicates, straight or by way of another, by number. `CROSS JOIN`: the few linked
 * ones lead, never a walk through all records in order of their numbers.
 */
export async function linkedTo(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, Instruction[]>> {
  const { rows } = await sql<{ root: string; record: string }>`
    WITH RECURSIVE linked (root, id) AS (
      SELECT value, value FROM json_each(${JSON.stringify(ids)})
      UNION SELECT l.root, i.id FROM linked l CROSS JOIN instruction i ON i.duplicate_of = l.id)
    SELECT l.root, i.record FROM linked l CROSS JOIN instruction i ON i.id = l.id
    WHERE l.id <> l.root ORDER BY i.number`.execute(db);
  const byRoot = Map.groupBy(rows, (row) => row.root);
  return new Map([...byRoot].map(([root, own]) => [root, own.map((row) => readRecord(row.record))]));
}

/** The same as the screen shows it: who called, under which numbers, and what was said. */
export async function linkedCalls(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, LinkedCall[]>> {
  const found = await linkedTo(db, ids);
  return new Map([...found].map(([id, calls]) => [id, calls.map(callOf)]));
}

function callOf(i: Instruction): LinkedCall {
  const { id, number, centreNo, caller, phone, text, danger, issuedAtMs, receivedAtMs } = i;
  return { id, number, centreNo, caller, phone, text, danger, issuedAtMs, receivedAtMs };
}
