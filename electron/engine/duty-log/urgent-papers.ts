import { type Kysely, sql } from 'kysely';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { entriesById } from './store.ts';

/** What nobody has told anybody of for a month is no matter of minutes any more, ms. */
const RECENT_MS = 30 * 24 * 60 * 60_000;

/**
 * Papers of the last month that may still owe their report to the leader: urgent as written or made so by a correction,
 * without a step that tells of it. A paper without a 收文号 was written by a version that knew no steps: it owes nothing.
 */
export async function untoldPapers(db: Kysely<Database>, nowMs: number): Promise<LogEntry[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT e.id FROM log_entry e WHERE e.kind = 'document' AND e.urgency IN ('flash', 'immediate') AND e.recorded_at > ${nowMs - RECENT_MS}
      AND EXISTS (SELECT 1 FROM log_detail d WHERE d.id = e.id)
      AND NOT EXISTS (SELECT 1 FROM log_step s WHERE s.entry_id = e.id AND s.kind <> 'proposal')
    UNION SELECT c.entry_id FROM log_correction c JOIN log_correction_detail d ON d.id = c.id WHERE c.recorded_at > ${nowMs - RECENT_MS}
      AND NOT EXISTS (SELECT 1 FROM log_step s WHERE s.entry_id = c.entry_id AND s.kind <> 'proposal')`.execute(
    db,
  );
  const papers = await entriesById(
    db,
    rows.map((r) => r.id),
  );
  return papers.filter((e) => e.kind === 'document' && (e.urgency === 'flash' || e.urgency === 'immediate'));
}
