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

/** The same with what each owes and until when, for the desk: what is due first stands first, then the oldest. */
export async function inHand(db: Kysely<Database>, nowMs: number): Promise<PaperInHand[]> {
  const { urgentPaperMinutes } = (await limitsAt(db, nowMs)).limits;
  const papers = await papersInHand(db, nowMs, urgentPaperMinutes);
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
