import { type Kysely, sql } from 'kysely';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { entriesById } from './store.ts';

/** What nobody has told anybody of for a month rings no more, ms; it is owed all the same. */
const RINGING_MS = 30 * 24 * 60 * 60_000;

const untold = (entryId: string) =>
  sql`NOT EXISTS (SELECT 1 FROM log_step s WHERE s.entry_id = ${sql.ref(entryId)} AND s.kind <> 'proposal')`;

const hasDetails = sql`EXISTS (SELECT 1 FROM log_detail x WHERE x.id = e.id)`;

/** `movesDeadline` of paper-case.ts, asked of the stored changes `d`: quotes within their values are escaped. */
const movesDeadline = sql`(instr(d.value, '"field":"kind"') > 0 OR instr(d.value, '"field":"urgency"') > 0
  OR instr(d.value, '"field":"occurredAtMs"') > 0)`;

/** A correction that may have made an entry an urgent paper, word for word as `log_correction_urgent` has it. */
const makesUrgent = sql`(instr(value, '"field":"urgency"') > 0 OR (instr(value, '"field":"kind"') > 0 AND instr(value, '"after":"document"') > 0))`;

/**
 * Papers that owe their report to the leader, however old: urgent as written or made so by a correction, without a step
 * that tells of it. A paper without details was written by a version that knew no steps: it owes nothing until a
 * correction moves its deadline. Both indexes hold the few rows that can matter, whatever the log has besides.
 */
export const untoldPapers = (db: Kysely<Database>): Promise<LogEntry[]> =>
  urgentAmong(
    db,
    sql`SELECT e.id FROM log_entry e INDEXED BY log_entry_urgent
      WHERE e.kind = 'document' AND e.urgency IN ('flash', 'immediate') AND ${untold('e.id')}
        AND (${hasDetails} OR EXISTS (SELECT 1 FROM log_correction c JOIN log_correction_detail d ON d.id = c.id
          WHERE c.entry_id = e.id AND ${movesDeadline}))
      UNION SELECT c.entry_id FROM (SELECT id FROM log_correction_detail INDEXED BY log_correction_urgent WHERE ${makesUrgent}) d
        CROSS JOIN log_correction c ON c.id = d.id WHERE ${untold('c.entry_id')}`,
  );

/** Those of the untold papers that may still ring: written or given their deadline within the last month. */
export const ringingPapers = (db: Kysely<Database>, nowMs: number): Promise<LogEntry[]> =>
  urgentAmong(
    db,
    sql`SELECT e.id FROM log_entry e INDEXED BY log_entry_urgent
      WHERE e.kind = 'document' AND e.urgency IN ('flash', 'immediate') AND e.recorded_at > ${nowMs - RINGING_MS}
        AND ${untold('e.id')} AND ${hasDetails}
      UNION SELECT c.entry_id FROM log_correction c INDEXED BY log_correction_by_recorded
        CROSS JOIN log_correction_detail d ON d.id = c.id
      WHERE c.recorded_at > ${nowMs - RINGING_MS} AND ${movesDeadline} AND ${untold('c.entry_id')}`,
  );

async function urgentAmong(
  db: Kysely<Database>,
  query: ReturnType<typeof sql<unknown>>,
): Promise<LogEntry[]> {
  const { rows } = await sql<{ id: string }>`${query}`.execute(db);
  if (rows.length === 0) return [];
  const papers = await entriesById(
    db,
    rows.map((r) => r.id),
  );
  return papers.filter((e) => e.kind === 'document' && (e.urgency === 'flash' || e.urgency === 'immediate'));
}

/** Those of these entries that their writer's version gave details: a paper without them knew no steps. */
export async function detailed(db: Kysely<Database>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM log_detail WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Set(rows.map((r) => r.id));
}
