import { type Kysely, sql } from 'kysely';
import {
  type FindInput,
  type Found,
  type FoundKind,
  foundKinds,
  MOST_COUNTED,
} from '../../../shared/search/find.ts';
import { searchQuery, typedRuns } from '../../../shared/search/tokens.ts';
import { addDays, instant } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { logKindKey, OPEN_KEY, personKey, unitKey } from './facts.ts';
import { hitsOf } from './hits.ts';
import { type DocKind, type IndexedDoc, keyTerm, kindTerm } from './index.ts';

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

type Span = { from: number; to: number };

const nothing: Found = {
  hits: [],
  more: null,
  counts: { kinds: { log: 0, instruction: 0, supply: 0, paper: 0 }, whole: true },
};

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

/** The places in the index of what was recorded on these days: they grow with time. */
async function spanOf(db: Kysely<Database>, input: FindInput, timeZone: string): Promise<Span> {
  const fromMs = input.fromDay === null ? null : instant(input.fromDay, '00:00', timeZone);
  const toMs = input.toDay === null ? null : instant(addDays(input.toDay, 1), '00:00', timeZone);
  const { rows } = await sql<{ first: number | null; last: number | null }>`SELECT
    (SELECT rid FROM search_doc WHERE at >= ${fromMs} ORDER BY at, rid LIMIT 1) AS first,
    (SELECT rid FROM search_doc WHERE at < ${toMs} ORDER BY at DESC, rid DESC LIMIT 1) AS last`.execute(db);
  const [row] = rows;
  return {
    from: fromMs === null ? 1 : (row?.first ?? Number.MAX_SAFE_INTEGER),
    to: toMs === null ? Number.MAX_SAFE_INTEGER : (row?.last ?? 0),
  };
}

/** The newest in a span that match, in the index alone: nothing else is looked at until it is known which they are. */
const matching = (terms: readonly string[], { from, to }: Span, limit: number) =>
  terms.length === 0
    ? sql`SELECT rid FROM search_doc WHERE rid BETWEEN ${from} AND ${to} ORDER BY rid DESC LIMIT ${limit}`
    : sql`SELECT rowid AS rid FROM log_search WHERE log_search MATCH ${terms.join(' AND ')}
        AND rowid BETWEEN ${from} AND ${to} ORDER BY rowid DESC LIMIT ${limit}`;

/** Records of every kind with all these words and facts, newest first; its cost does not grow with the number of records. */
export async function find(db: Kysely<Database>, input: FindInput, timeZone: string): Promise<Found> {
  const terms = termsOf(input);
  if (terms === null) return nothing;
  const bounded = input.fromDay !== null || input.toDay !== null;
  if (terms.length === 0 && !bounded && input.kinds.length === 0) return nothing;
  const span = bounded ? await spanOf(db, input, timeZone) : { from: 1, to: Number.MAX_SAFE_INTEGER };
  const docs = input.kinds.flatMap((kind) => docsOf[kind]);
  const narrowed = docs.length > 0 ? [...terms, kindTerm(docs)] : terms;
  const page = { ...span, to: Math.min(span.to, (input.before ?? Number.MAX_SAFE_INTEGER) - 1) };
  const { rows } = await sql<IndexedDoc>`SELECT d.rid, d.kind, d.subject_id AS id, d.at
    FROM (${matching(narrowed, page, input.limit + 1)}) m CROSS JOIN search_doc d ON d.rid = m.rid
    ORDER BY d.rid DESC`.execute(db);
  const shown = rows.slice(0, input.limit);
  return {
    hits: await hitsOf(db, shown, typedRuns(input.words)),
    more: rows.length > input.limit ? (shown.at(-1)?.rid ?? null) : null,
    counts: input.before === null ? await countsOf(db, terms, span) : null,
  };
}

async function countsOf(
  db: Kysely<Database>,
  terms: readonly string[],
  span: Span,
): Promise<Found['counts']> {
  const { rows } = await sql<{ kind: string; count: number }>`SELECT d.kind, count(*) AS count
    FROM (${matching(terms, span, MOST_COUNTED + 1)}) m CROSS JOIN search_doc d ON d.rid = m.rid
    GROUP BY d.kind`.execute(db);
  const kinds = { log: 0, instruction: 0, supply: 0, paper: 0 };
  for (const { kind, count } of rows) {
    const as = foundAs.get(kind);
    if (as) kinds[as] += count;
  }
  return { kinds, whole: rows.reduce((sum, { count }) => sum + count, 0) <= MOST_COUNTED };
}
