import { type Kysely, sql } from 'kysely';
import { conflict, invalid } from '../../../shared/errors.ts';
import type { EntryPaper, EntryRegister } from '../../../shared/papers/log-papers.ts';
import type { Database } from '../db/schema.ts';
import { entriesById, getEntry } from '../duty-log/store.ts';
import { siteAt } from '../settings/store.ts';

/** More rows than these are no paper. */
const MOST_ROWS = 2000;

/** All that the form of one entry prints. */
export async function entryPaper(db: Kysely<Database>, id: string, nowMs: number): Promise<EntryPaper> {
  const entry = await getEntry(db, id);
  const shift = await db
    .selectFrom('shift')
    .select('duty_day')
    .where('id', '=', entry.shiftId)
    .executeTakeFirstOrThrow();
  return { site: await siteAt(db, nowMs), entry, dutyDay: shift.duty_day, printedAtMs: nowMs };
}

type Asked = { kind: EntryRegister['entries'][number]['kind']; fromDay: string; toDay: string };

/**
 * Every entry that is of this kind now, by the duty days in which they were recorded; a correction may have made it one, or
 * something else.
 */
export async function entryRegister(
  db: Kysely<Database>,
  { kind, fromDay, toDay }: Asked,
  nowMs: number,
): Promise<EntryRegister> {
  if (fromDay > toDay) throw invalid('toDay', 'periodOrder');
  const { rows } = await sql<{ id: string }>`
    SELECT e.id FROM shift s JOIN log_entry e ON e.shift_id = s.id
    WHERE s.duty_day BETWEEN ${fromDay} AND ${toDay} AND (e.kind = ${kind} OR EXISTS (
      SELECT 1 FROM log_correction c JOIN log_correction_detail d ON d.id = c.id
      WHERE c.entry_id = e.id AND d.value LIKE '%"kind"%'))
    LIMIT ${MOST_ROWS + 1}`.execute(db);
  if (rows.length > MOST_ROWS) throw conflict('tooManyRows');
  const entries = await entriesById(
    db,
    rows.map((r) => r.id),
  );
  return {
    site: await siteAt(db, nowMs),
    entries: entries.filter((e) => e.kind === kind).sort((a, b) => a.occurredAtMs - b.occurredAtMs),
    fromDay,
    toDay,
    printedAtMs: nowMs,
  };
}
