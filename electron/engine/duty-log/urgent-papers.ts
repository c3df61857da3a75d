import { type Kysely, sql } from 'kysely';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { entriesById } from './store.ts';

/** Older papers ring no more: the sheets of the shifts since have carried them. */
const RECENT_MS = 48 * 60 * 60_000;

/**
 * Papers of the last two days that may still owe their report to the leader: urgent as written or made so by a correction,
 * without a step that tells of it.
 */
export async function untoldPapers(db: Kysely<Database>, nowMs: number): Promise<LogEntry[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT e.id FROM log_entry e WHERE e.recorded_at > ${nowMs - RECENT_MS}
      AND ((e.kind = 'document' AND e.urgency IN ('flash', 'immediate'))
        OR EXISTS (SELECT 1 FROM log_correction c JOIN log_correction_detail d ON d.id = c.id WHERE c.entry_id = e.id))
      AND NOT EXISTS (SELECT 1 FROM log_step s WHERE s.entry_id = e.id AND s.kind <> 'proposal')`.execute(db);
  return entriesById(
    db,
    rows.map((r) => r.id),
  );
}
