import { type Kysely, sql } from 'kysely';
import { indexTokens, searchQuery } from '../../../shared/search/tokens.ts';
import type { Database } from '../db/schema.ts';

export type DocKind = 'instruction';

/** Puts a record's words into the index, or replaces those it had. Part of the change that wrote the record. */
export async function indexDoc(
  db: Kysely<Database>,
  doc: { kind: DocKind; id: string; atMs: number; content: string; note: string },
): Promise<void> {
  const known = await db
    .selectFrom('search_doc')
    .select('rid')
    .where('kind', '=', doc.kind)
    .where('subject_id', '=', doc.id)
    .executeTakeFirst();
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
  await sql`INSERT INTO log_search (rowid, content, note) VALUES (${rid}, ${indexTokens(doc.content)}, ${indexTokens(doc.note)})`.execute(
    db,
  );
}

/** Ids of the records that hold every word, newest first; empty when the words say nothing. */
export async function findDocs(
  db: Kysely<Database>,
  kind: DocKind,
  words: string,
  limit: number,
): Promise<string[]> {
  const match = searchQuery(words);
  if (match === null) return [];
  const rows = await sql<{ subject_id: string }>`
    SELECT subject_id FROM search_doc WHERE kind = ${kind} AND rid IN (
      SELECT rowid FROM log_search WHERE log_search MATCH ${match} ORDER BY rowid DESC LIMIT ${limit})
    ORDER BY rid DESC`.execute(db);
  return rows.rows.map((r) => r.subject_id);
}

/** Ids of the records that share most of these pairs of characters, best first: rare pairs weigh more than common ones. */
export async function likeDocs(
  db: Kysely<Database>,
  kind: DocKind,
  pairs: ReadonlySet<string>,
  limit: number,
): Promise<string[]> {
  if (pairs.size === 0) return [];
  const match = [...pairs]
    .slice(0, 40)
    .map((pair) => `"${pair}"`)
    .join(' OR ');
  const rows = await sql<{ subject_id: string }>`
    SELECT d.subject_id FROM log_search s JOIN search_doc d ON d.rid = s.rowid
    WHERE log_search MATCH ${match} AND d.kind = ${kind} ORDER BY bm25(log_search), s.rowid DESC LIMIT ${limit}`.execute(
    db,
  );
  return rows.rows.map((r) => r.subject_id);
}
