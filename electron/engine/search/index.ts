import { type Kysely, sql } from 'kysely';
import { indexTokens } from '../../../shared/search/tokens.ts';
import type { Database } from '../db/schema.ts';

/** What is in the index, by what it was written for. */
export const docKinds = ['entry', 'instruction', 'item', 'movement', 'handover'] as const;
export type DocKind = (typeof docKinds)[number];

/** A record as the index takes it. */
export type Doc = {
  kind: DocKind;
  id: string;
  /** When it was recorded. */
  atMs: number;
  /** What it says. */
  content: string;
  /** What else it is found by: names, numbers, what was done. */
  note: string;
  /** Whole words that nobody types: facts that filters ask for, a caller, a number. */
  keys: readonly string[];
};

/** A record where the index has it. */
export type IndexedDoc = { rid: number; kind: DocKind; id: string; at: number };

/** While the index is filled: its place after the last record that is still to come, with that record's id. */
export const FILLING = 'filling';

/** Before a key: a character that nobody types, so that no search for words ever meets one. */
const KEY_MARK = '\uE000';
const keyToken = (key: string) => KEY_MARK + key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The part of a query that only records with this key match. */
export const keyTerm = (key: string): string => `"${keyToken(key)}"`;

const kindKey = (kind: DocKind) => `kind${kind}`;

/** The part of a query that only records of these kinds match. */
export const kindTerm = (kinds: readonly DocKind[]): string =>
  `(${kinds.map((kind) => keyTerm(kindKey(kind))).join(' OR ')})`;

const ridOf = async (db: Kysely<Database>, kind: DocKind, id: string): Promise<number | undefined> => {
  const { rows } = await sql<{
    rid: number;
  }>`SELECT rid FROM search_doc WHERE kind = ${kind} AND subject_id = ${id}`.execute(db);
  return rows[0]?.rid;
};

/** Whether a record's words are in the index. */
export const isIndexed = async (db: Kysely<Database>, kind: DocKind, id: string): Promise<boolean> =>
  (await ridOf(db, kind, id)) !== undefined;

/** Whether a record not in the index is left to the filling under way, which takes the records in their order. */
export async function isStillToCome(db: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql<{ last: string }>`SELECT subject_id AS last FROM search_doc
    WHERE kind = ${FILLING}`.execute(db);
  return rows[0] !== undefined && id <= rows[0].last;
}

/** Empties the index and what it knows of records. */
export async function clearIndex(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('search_doc').execute();
  await sql`INSERT INTO log_search (log_search) VALUES ('delete-all')`.execute(db);
}

/** What a record's row in the index holds. */
export const columnsOf = (doc: Pick<Doc, 'kind' | 'content' | 'note' | 'keys'>) => ({
  content: indexTokens(doc.content),
  note: [indexTokens(doc.note), ...[kindKey(doc.kind), ...doc.keys].map(keyToken)].join(' '),
});

/**
 * Puts a record's words into the index, or replaces those it had. Part of the change that wrote the record. A new one comes
 * after all others, or at `place` while the index is filled.
 */
export async function indexDoc(db: Kysely<Database>, doc: Doc, place: number | null = null): Promise<void> {
  const { content, note } = columnsOf(doc);
  let rid = await ridOf(db, doc.kind, doc.id);
  if (rid === undefined) {
    const { rows } = await sql<{ rid: number }>`INSERT INTO search_doc (rid, kind, subject_id, at)
      VALUES (${place}, ${doc.kind}, ${doc.id}, ${doc.atMs}) RETURNING rid`.execute(db);
    rid = rows[0]?.rid;
  } else {
    await sql`DELETE FROM log_search WHERE rowid = ${rid}`.execute(db);
  }
  await sql`INSERT INTO log_search (rowid, content, note) VALUES (${rid}, ${content}, ${note})`.execute(db);
}

/** The newest of a kind that match. `CROSS JOIN`: the index leads, never a walk through all records of the kind. */
export async function newestMatching(
  db: Kysely<Database>,
  kind: DocKind,
  match: string,
  limit: number,
): Promise<string[]> {
  const found = await sql<{ subject_id: string }>`
    SELECT d.subject_id FROM (
      SELECT rowid FROM log_search WHERE log_search MATCH ${`(${match}) AND ${kindTerm([kind])}`}
      ORDER BY rowid DESC LIMIT ${limit}) s
    CROSS JOIN search_doc d ON d.rid = s.rowid ORDER BY d.rid DESC`.execute(db);
  return found.rows.map((r) => r.subject_id);
}

/** Ids of the records with a key and, where pairs are given, at least one of them among their words; newest first. */
export async function withKey(
  db: Kysely<Database>,
  kind: DocKind,
  key: string,
  pairs: ReadonlySet<string>,
  limit: number,
): Promise<string[]> {
  const words = anyOf([...pairs]);
  const match = `${keyTerm(key)}${pairs.size > 0 ? ` AND ${words}` : ''}`;
  return newestMatching(db, kind, match, limit);
}

const anyOf = (pairs: readonly string[]) => `(content : (${pairs.map((p) => `"${p}"`).join(' OR ')}))`;
