import { CompiledQuery, type Kysely, sql } from 'kysely';
import {
  type Counts,
  type FindInput,
  type Found,
  type FoundKind,
  foundKinds,
  MOST_COUNTED,
} from '../../../shared/search/find.ts';
import { searchQuery, typedRuns } from '../../../shared/search/tokens.ts';
import { addDays, instant } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS, type FoundRow } from './entry-hits.ts';
import { logKindKey, OPEN_KEY, personKey, unitKey } from './facts.ts';
import { hitsOf } from './hits.ts';
import { type DocKind, keyTerm, kindTerm } from './index.ts';

/** What is in the index, by what it is found as. */
const docsOf: Record<FoundKind, readonly DocKind[]> = {
  log: ['entry'],
  instruction: ['instruction'],
  supply: ['item', 'movement'],
  paper: ['handover'],
};
const foundAs = new Map(
  foundKinds.flatMap((kind) => docsOf[kind].map((doc): [string, FoundKind] => [doc, kind])),
);

/** Places in the index, and the instants within which a record must lie; null where no day bounds them. */
type Span = { from: number; to: number; times: { fromMs: number; beforeMs: number } | null };
const EVER: Span = { from: 1, to: Number.MAX_SAFE_INTEGER, times: null };

/**
 * Places grow with time but for a clock that was wrong. So many of the records at either end of the days are looked at for
 * the place where to begin and to end: weeks of a busy desk.
 */
const OUT_OF_ORDER = 5000;

/** Every part of the query that filters and words make, without the kinds; null when the words say nothing. */
function termsOf(input: FindInput): string[] | null {
  const terms: string[] = [];
  if (input.words !== '') {
    const said = searchQuery(input.words);
    if (said === null) return null;
    terms.push(`(${said})`);
  }
  if (input.logKinds.length > 0)
    terms.push(`(${input.logKinds.map((kind) => keyTerm(logKindKey(kind))).join(' OR ')})`);
  if (input.personId !== null) terms.push(keyTerm(personKey(input.personId)));
  if (input.unitId !== null) terms.push(keyTerm(unitKey(input.unitId)));
  if (input.open) terms.push(keyTerm(OPEN_KEY));
  return terms;
}

/** Where in the index that stands which was recorded on these days. */
async function spanOf(db: Kysely<Database>, input: FindInput, timeZone: string): Promise<Span> {
  const { fromDay, toDay } = input;
  const fromMs = fromDay === null ? 1 : instant(fromDay, '00:00', timeZone);
  const beforeMs = toDay === null ? Number.MAX_SAFE_INTEGER : instant(addDays(toDay, 1), '00:00', timeZone);
  const within = sql`SELECT rid FROM search_doc WHERE at >= ${fromMs} AND at < ${beforeMs}`;
  const { rows } = await sql<{ first: number | null; last: number | null }>`SELECT
    (SELECT min(rid) FROM (${within} ORDER BY at, rid LIMIT ${OUT_OF_ORDER})) AS first,
    (SELECT max(rid) FROM (${within} ORDER BY at DESC, rid DESC LIMIT ${OUT_OF_ORDER})) AS last`.execute(db);
  const [row] = rows;
  return {
    from: fromDay === null ? 1 : (row?.first ?? Number.MAX_SAFE_INTEGER),
    to: toDay === null ? Number.MAX_SAFE_INTEGER : (row?.last ?? 0),
    times: { fromMs, beforeMs },
  };
}

/** What is asked of the index; null when nothing is. */
type Question = { terms: string[]; span: Span };

async function questionOf(
  db: Kysely<Database>,
  input: FindInput,
  timeZone: string,
): Promise<Question | null> {
  const terms = termsOf(input);
  const bounded = input.fromDay !== null || input.toDay !== null;
  if (terms === null || (terms.length === 0 && !bounded && input.kinds.length === 0)) return null;
  return { terms, span: bounded ? await spanOf(db, input, timeZone) : EVER };
}

/**
 * The newest that match, in the index alone: nothing else is looked at until it is known which they are. Bounds cost more
 * than most searches and stand only where they bound something; the driver binds numbers as reals, which the index does
 * not take for them. A limit that stands in the statement lets the planner stop the index there: bound, it costs four times
 * as much.
 */
const withTerms = ({ from, to, times }: Span, limit: number) =>
  `SELECT s.rowid AS rid FROM log_search s ${times === null ? '' : 'CROSS JOIN search_doc t ON t.rid = s.rowid'}
    WHERE log_search MATCH ?${from > EVER.from ? ' AND s.rowid >= CAST(? AS INTEGER)' : ''}${
      to < EVER.to ? ' AND s.rowid <= CAST(? AS INTEGER)' : ''
    }${times === null ? '' : ' AND t.at >= ? AND t.at < ?'} ORDER BY s.rowid DESC LIMIT ${Math.trunc(limit)}`;
/** `+at`: by place, never by time, or all of the days would be read and sorted for one page. */
const withoutTerms = ({ times }: Span) =>
  `SELECT rid FROM search_doc WHERE rid BETWEEN ? AND ?${times === null ? '' : ' AND +at >= ? AND +at < ?'} ORDER BY rid DESC LIMIT ?`;

/** Asks the index, and for what it names asks `about` as `m`. */
async function ask<T>(
  db: Kysely<Database>,
  { terms, span }: Question,
  limit: number,
  about: (matching: string) => string,
): Promise<T[]> {
  const { from, to } = span;
  const times = span.times === null ? [] : [span.times.fromMs, span.times.beforeMs];
  const bounds = [...(from > EVER.from ? [from] : []), ...(to < EVER.to ? [to] : [])];
  const query =
    terms.length === 0
      ? CompiledQuery.raw(about(withoutTerms(span)), [from, to, ...times, limit])
      : CompiledQuery.raw(about(withTerms(span, limit)), [terms.join(' AND '), ...bounds, ...times]);
  return (await db.executeQuery<T>(query)).rows;
}

/** Records of every kind with all these words and facts, newest first; its cost does not grow with the number of records. */
export async function find(db: Kysely<Database>, input: FindInput, timeZone: string): Promise<Found> {
  const question = await questionOf(db, input, timeZone);
  if (question === null) return { hits: [], more: null };
  const { terms, span } = question;
  const docs = input.kinds.flatMap((kind) => docsOf[kind]);
  const page = {
    terms: docs.length > 0 ? [...terms, kindTerm(docs)] : terms,
    span: input.before === null ? span : { ...span, to: Math.min(span.to, input.before - 1) },
  };
  const rows = await ask<FoundRow>(
    db,
    page,
    input.limit + 1,
    (matching) => `SELECT d.rid, d.kind, d.subject_id AS id, d.at, ${ENTRY_COLUMNS}
      FROM (${matching}) m CROSS JOIN search_doc d ON d.rid = m.rid ${ENTRY_JOINS} ORDER BY d.rid DESC`,
  );
  const shown = rows.slice(0, input.limit);
  return {
    hits: await hitsOf(db, shown, typedRuns(input.words)),
    more: rows.length > input.limit ? (shown.at(-1)?.rid ?? null) : null,
  };
}

/** How many of each kind a search finds; beyond `MOST_COUNTED` of the newest only. */
export async function count(db: Kysely<Database>, input: FindInput, timeZone: string): Promise<Counts> {
  const kinds = { log: 0, instruction: 0, supply: 0, paper: 0 };
  const question = await questionOf(db, input, timeZone);
  if (question === null) return { kinds, whole: true };
  const rows = await ask<{ kind: string; count: number }>(
    db,
    question,
    MOST_COUNTED + 1,
    (matching) => `SELECT d.kind, count(*) AS count
      FROM (${matching}) m CROSS JOIN search_doc d ON d.rid = m.rid GROUP BY d.kind`,
  );
  for (const row of rows) {
    const as = foundAs.get(row.kind);
    if (as) kinds[as] += row.count;
  }
  return { kinds, whole: rows.reduce((sum, row) => sum + row.count, 0) <= MOST_COUNTED };
}
