import { type Kysely, sql } from 'kysely';
import { paperOwed } from '../../../shared/duty-log/paper-case.ts';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { entriesById } from './store.ts';
import { untoldPapers } from './urgent-papers.ts';

/** A paper or call with a course of its own that still owes something, with the codes of what. */
export type OpenPaper = { entry: LogEntry; owed: string[] };

/** Everything in hand: urgent papers not yet told, and what was proposed or ordered and has no end yet; oldest first. */
export async function papersInHand(
  db: Kysely<Database>,
  nowMs: number,
  urgentPaperMinutes: number,
): Promise<OpenPaper[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT entry_id AS id FROM log_step s
    WHERE NOT EXISTS (SELECT 1 FROM log_step r WHERE r.entry_id = s.entry_id AND r.kind = 'result')
      OR EXISTS (SELECT 1 FROM follow_up f WHERE f.id = s.follow_up_id AND f.done_at IS NULL)`.execute(db);
  const stepped = await entriesById(
    db,
    rows.map((r) => r.id),
  );
  const seen = new Set(stepped.map((e) => e.id));
  const all = [...stepped, ...(await untoldPapers(db, nowMs)).filter((e) => !seen.has(e.id))];
  return all
    .map((entry) => ({ entry, owed: [...new Set(paperOwed(entry, urgentPaperMinutes).map((o) => o.code))] }))
    .filter((p) => p.owed.length > 0)
    .sort((a, b) => a.entry.recordedAtMs - b.entry.recordedAtMs);
}
