import type { Kysely } from 'kysely';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';

/** Rows of one step: between two of them calls and alarms get their turn. */
const PAGE = 400;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Every instruction received in `[fromMs, toMs)`, in the order of receipt; read in steps so that the desk goes on meanwhile. */
export async function receivedBetween(
  db: Kysely<Database>,
  fromMs: number,
  toMs: number,
): Promise<Instruction[]> {
  const found: Instruction[] = [];
  let after = { at: fromMs, id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('instruction')
      .select(['id', 'received_at', 'record'])
      .where('received_at', '>=', after.at)
      .where('received_at', '<', toMs)
      .where((eb) => eb.or([eb('received_at', '>', after.at), eb('id', '>', after.id)]))
      .orderBy('received_at')
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) found.push(readRecord(row.record));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return found;
    after = { at: last.received_at, id: last.id };
    await breathe();
  }
}
