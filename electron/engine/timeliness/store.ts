import { type Kysely, sql } from 'kysely';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';

/** Rows of one step: between two of them calls and alarms get their turn. */
const PAGE = 400;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Every instruction received in `[fromMs, toMs)`, in the order of receipt; read in steps so that the desk goes on meanwhile. */
export async function* receivedInPortions(
  db: Kysely<Database>,
  fromMs: number,
  toMs: number,
): AsyncGenerator<Instruction[]> {
  for (let at = fromMs, rid = 0; ; ) {
    const { rows } = await sql<{ rid: number; at: number; record: string }>`
      SELECT rowid AS rid, received_at AS at, record FROM instruction
      WHERE (received_at, rowid) > (${at}, ${rid}) AND received_at < ${toMs}
      ORDER BY received_at, rowid LIMIT ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => readRecord(row.record));
    at = last.at;
    rid = last.rid;
    await breathe();
  }
}

/** The same all together. */
export async function receivedBetween(
  db: Kysely<Database>,
  fromMs: number,
  toMs: number,
): Promise<Instruction[]> {
  const found: Instruction[] = [];
  for await (const portion of receivedInPortions(db, fromMs, toMs)) found.push(...portion);
  return found;
}
