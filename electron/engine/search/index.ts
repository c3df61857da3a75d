import { type Kysely, sql } from 'kysely';
import { indexTokens } from '../../../shared/search/tokens.ts';
import type { Database } from '../db/schema.ts';

export type DocKind = 'instruction';

/** Before a key: a character that nobody types, so that no search for words ever meets one. */
const KEY_MARK = '\uE000';
const keyToken = (key: string) => KEY_MARK + key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const docOf = (db: Kysely<Database>, kind: DocKind, id: string) =>
  db
    .selectFrom('search_doc')
    .select('rid')
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst();

/** Whether a record's words are in the index. */
export const isIndexed = async (db: Kysely<Database>, kind: DocKind, id: string): Promise<boolean> =>
  (await docOf(db, kind, id)) !== undefined;

/** Empties the index and what it knows of records. */
export async function clearIndex(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('search_doc').execute();
  await sql`INSERT INTO log_search (log_search) VALUES ('delete-all')`.execute(db);
}

/** Puts a record's words into the index, or replaces those it had. Part of the change that wrote the record. */
export async function indexDoc(
  db: Kysely<Database>,
  doc: {
    kind: DocKind;
    id: string;
    atMs: number;
    content: string;
    note: string;
    /** Whole words by which `withKey` finds it: a caller, a number. */
    keys: readonly string[];
  },
): Promise<void> {
  const known = await docOf(db, doc.kind, doc.id);
  let rid = known?.rid;
  if (rid === undefined) {
    const { insertId } = await db
      .insertInto('search_doc')
      .values({ kind: doc.kind, subject_id: doc.id, at: doc.atMs })
      .executeTakeFirstOrThrow();
    rid = Number(insertId);
  } else {
    await sql`DELETE FROM log_search WHERE rowid = ${rid}`.execute(db);
  }
  const note = [indexTokens(doc.note), ...doc.keys.map(keyToken)].join(' ');
  await sql`INSERT INTO log_search (rowid, content, note) VALUES (${rid}, ${indexTokens(doc.content)}, ${note})`.execute(
    db,
  );
}

/** The newest that match. `CROSS JOIN` and `+`: the index leads, never a walk through all records of the kind. */
export async function newestMatching(
  db: Kysely<Database>,
  kind: DocKind,
  match: string,
  limit: number,
): Promise<string[]> {
  const found = await sql<{ subject_id: string }>`
    SELECT d.subject_id FROM (
      SELECT rowid FROM log_search WHERE log_search MATCH ${match} ORDER BY rowid DESC LIMIT ${limit}) s
    CROSS JOIN search_doc d ON d.rid = s.rowid WHERE +d.kind = ${kind} ORDER BY d.rid DESC`.execute(db);
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
  const match = `"${keyToken(key)}"${pairs.size > 0 ? ` AND ${words}` : ''}`;
  return newestMatching(db, kind, match, limit);
}

const anyOf = (pairs: readonly string[]) => `(content : (${pairs.map((p) => `"${p}"`).join(' OR ')}))`;
