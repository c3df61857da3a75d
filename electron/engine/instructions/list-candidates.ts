import { type Kysely, sql } from 'kysely';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { searchQuery } from '../../../shared/search/tokens.ts';
import { addDays, instant } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { kindTerm } from '../search/index.ts';

/** Rows looked at together: some ten milliseconds even where their records must be read. */
const PORTION = 1000;

type Rows = { rid: number }[];

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const ridsOf = (rows: Rows) => rows.map((r) => r.rid);

/** The instants of a filter's days of receipt: from, up to and not including. */
export const daysSpan = ({ fromDay, toDay }: InstructionFilter, timeZone: string) => ({
  fromMs: fromDay === null ? null : instant(fromDay, '00:00', timeZone),
  toMs: toDay === null ? null : instant(addDays(toDay, 1), '00:00', timeZone),
});

/**
 * Rows that a filter may let through, found by the narrowest of its parts alone and in portions of bounded size: between two
 * of them the engine answers others. Each row comes once; with words all of them match.
 */
export async function* candidates(
  db: Kysely<Database>,
  filter: InstructionFilter,
  timeZone: string,
): AsyncGenerator<number[]> {
  const { dutyDay, states, fromDay, toDay } = filter;
  if (filter.words !== '') yield* withWords(db, filter.words);
  else if (dutyDay !== null) {
    const { rows } = await sql<{ rid: number }>`SELECT rowid AS rid FROM instruction
      WHERE shift_id IN (SELECT id FROM shift WHERE duty_day = ${dutyDay})`.execute(db);
    yield ridsOf(rows);
  } else if (states.length > 0 && states.every(isOpen)) {
    const { rows } = await sql<{ rid: number }>`SELECT rowid AS rid FROM instruction WHERE open = 1`.execute(
      db,
    );
    yield ridsOf(rows);
  } else if (fromDay !== null || toDay !== null) {
    const { fromMs, toMs } = daysSpan(filter, timeZone);
    yield* receivedIn(db, fromMs ?? 0, toMs ?? Number.MAX_SAFE_INTEGER);
  } else yield* everyRow(db);
}

async function* everyRow(db: Kysely<Database>): AsyncGenerator<number[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ rid: number; number: string }>`SELECT rowid AS rid, number FROM instruction
      WHERE number > ${after} ORDER BY number LIMIT ${PORTION}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield ridsOf(rows);
    after = last.number;
    await breathe();
  }
}

async function* receivedIn(db: Kysely<Database>, fromMs: number, toMs: number): AsyncGenerator<number[]> {
  for (let at = fromMs, rid = 0; ; ) {
    const { rows } = await sql<{
      rid: number;
      at: number;
    }>`SELECT rowid AS rid, received_at AS at FROM instruction
      WHERE (received_at, rowid) > (${at}, ${rid}) AND received_at < ${toMs}
      ORDER BY received_at, rowid LIMIT ${PORTION}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield ridsOf(rows);
    at = last.at;
    rid = last.rid;
    await breathe();
  }
}

/** Every word must be in the index (place, contents, numbers, caller, digits of the phone, teams, result). */
async function* withWords(db: Kysely<Database>, words: string): AsyncGenerator<number[]> {
  const said = searchQuery(words);
  if (said === null) return;
  const match = `${said} AND ${kindTerm(['instruction'])}`;
  // The index alone, as one text: the least that can be asked of it at once.
  const found = await sql<{ rids: string }>`SELECT json_group_array(rowid) AS rids
    FROM log_search WHERE log_search MATCH ${match}`.execute(db);
  const rids = JSON.parse(found.rows[0]?.rids ?? '[]') as number[];
  for (let n = 0; n < rids.length; n += PORTION) {
    const portion = JSON.stringify(rids.slice(n, n + PORTION));
    const { rows } = await sql<{ rid: number }>`SELECT i.rowid AS rid FROM json_each(${portion}) v
      CROSS JOIN search_doc d ON d.rid = v.value CROSS JOIN instruction i ON i.id = d.subject_id`.execute(db);
    yield ridsOf(rows);
    await breathe();
  }
}
