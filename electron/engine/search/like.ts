import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type DocKind, newestMatching } from './index.ts';

/** A pair in more records than this tells them apart no more, and weighing it would read them all. */
const COMMON = 400;
/** Of the rare pairs, the rarest until so many records are weighed. */
const WEIGHED = 2_500;
/** A call says what it is in its first words; every pair costs a look into the index. */
const PAIRS = 40;

type Pair = { pair: string; found: number };

/** Rarest first, without those that no record has; the count stops at `COMMON`. */
async function countPairs(db: Kysely<Database>, pairs: readonly string[]): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    SELECT value AS pair, (SELECT count(*) FROM (
      SELECT rowid FROM log_search WHERE log_search MATCH '"' || value || '"' LIMIT ${COMMON})) AS found
    FROM json_each(${JSON.stringify(pairs)})`.execute(db);
  return rows.filter((r) => r.found > 0).sort((a, b) => a.found - b.found);
}

/**
 * Ids of the records that share most of these pairs of characters: the best by rare pairs, then the newest with the
 * common ones. Its cost does not grow with the number of records.
 */
export async function likeDocs(
  db: Kysely<Database>,
  kind: DocKind,
  pairs: ReadonlySet<string>,
  limit: number,
): Promise<string[]> {
  const counted = await countPairs(db, [...pairs].slice(0, PAIRS));
  const rare: string[] = [];
  let weighed = 0;
  for (const { pair, found } of counted) {
    if (found >= COMMON || weighed + found > WEIGHED) break;
    weighed += found;
    rare.push(pair);
  }
  const common = counted.slice(rare.length).map((c) => c.pair);
  const best = rare.length > 0 ? await byWeight(db, kind, rare, limit) : [];
  const newest = await newestOf(db, kind, common, limit);
  return [...new Set([...best, ...newest])];
}

const quoted = (pairs: readonly string[], operator: string) =>
  `content : (${pairs.map((p) => `"${p}"`).join(` ${operator} `)})`;

async function byWeight(db: Kysely<Database>, kind: DocKind, pairs: readonly string[], limit: number) {
  const { rows } = await sql<{ subject_id: string }>`
    SELECT d.subject_id FROM log_search s CROSS JOIN search_doc d ON d.rid = s.rowid
    WHERE log_search MATCH ${quoted(pairs, 'OR')} AND +d.kind = ${kind}
    ORDER BY bm25(log_search), s.rowid DESC LIMIT ${limit}`.execute(db);
  return rows.map((r) => r.subject_id);
}

/** Records with several common pairs at once, fewer until there are enough. */
async function newestOf(db: Kysely<Database>, kind: DocKind, common: readonly string[], limit: number) {
  const found = new Set<string>();
  for (const together of [6, 3, 1]) {
    if (common.length < together || found.size >= limit) continue;
    const match = together === 1 ? quoted(common, 'OR') : quoted(common.slice(0, together), 'AND');
    for (const id of await newestMatching(db, kind, match, limit)) found.add(id);
  }
  return found;
}
