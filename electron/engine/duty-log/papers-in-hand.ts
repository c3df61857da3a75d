import { type Kysely, sql } from 'kysely';
import type { PaperInHand } from '../../../shared/contract/duty-log.ts';
import { paperOwed } from '../../../shared/duty-log/paper-case.ts';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { limitsAt } from '../settings/store.ts';
import { dutyDaysOf } from './duty-days.ts';
import { entriesById } from './store.ts';
import { untoldPapers } from './urgent-papers.ts';

/** A paper or call with a course of its own that still owes something, with the codes of what. */
export type OpenPaper = { entry: LogEntry; owed: string[] };

/**
 * Entries with a step and no end: an order's follow-up is open, or there is neither a result nor a follow-up whose end
 * would be one. The first is asked of the few open follow-ups, the second is one walk along an index that holds all it
 * needs: entries that ended are never read.
 */
const IN_HAND = sql`
  SELECT s.entry_id AS id FROM follow_up f CROSS JOIN log_step s ON s.follow_up_id = f.id WHERE f.done_at IS NULL
  UNION SELECT entry_id FROM log_step INDEXED BY log_step_by_entry GROUP BY entry_id
    HAVING max(kind = 'result' OR follow_up_id IS NOT NULL) = 0`;

/** Everything in hand: urgent papers not yet told, and what was proposed or ordered and has no end yet; oldest first. */
export async function papersInHand(db: Kysely<Database>, urgentPaperMinutes: number): Promise<OpenPaper[]> {
  const { rows } = await sql<{ id: string }>`${IN_HAND}`.execute(db);
  const stepped = await entriesById(
    db,
    rows.map((r) => r.id),
  );
  const seen = new Set(stepped.map((e) => e.id));
  const all = [...stepped, ...(await untoldPapers(db)).filter((e) => !seen.has(e.id))];
  return all
    .map((entry) => ({ entry, owed: [...new Set(paperOwed(entry, urgentPaperMinutes).map((o) => o.code))] }))
    .filter((p) => p.owed.length > 0)
    .sort((a, b) => a.entry.recordedAtMs - b.entry.recordedAtMs);
}

/** The same with what each owes and until when, for the desk: what is due first stands first, then the oldest. */
export async function inHand(db: Kysely<Database>, nowMs: number): Promise<PaperInHand[]> {
  const { urgentPaperMinutes } = (await limitsAt(db, nowMs)).limits;
  const papers = await papersInHand(db, urgentPaperMinutes);
  const days = await dutyDaysOf(
    db,
    papers.map((p) => p.entry.id),
  );
  return papers
    .map(({ entry }) => ({
      entry,
      dutyDay: days.get(entry.id) ?? '',
      owed: paperOwed(entry, urgentPaperMinutes),
    }))
    .sort((a, b) => firstDueMs(a) - firstDueMs(b) || a.entry.recordedAtMs - b.entry.recordedAtMs);
}

const firstDueMs = ({ owed }: PaperInHand): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...owed.flatMap((o) => (o.dueAtMs === null ? [] : [o.dueAtMs])));
