import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';

/** Pages merged at once: a few milliseconds, between two calls. */
const PAGES = 64;

/** Numbers stand in the statement: the driver binds them as reals, which the index does not take for settings. */
const command = (db: Kysely<Database>, name: string, rank: number) =>
  sql`INSERT INTO log_search (log_search, rank) VALUES (${name}, ${sql.lit(rank)})`.execute(db);

const changes = async (db: Kysely<Database>): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT total_changes() AS n`.execute(db);
  return rows[0]?.n ?? 0;
};

/** Every write adds a part to the index, and a search looks into each: two of about one size become one. */
export async function preferFewParts(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ v: number }>`SELECT v FROM log_search_config WHERE k = 'usermerge'`.execute(
    db,
  );
  if (rows[0]?.v !== 2) await command(db, 'usermerge', 2);
}

/** Merges some of the index's parts; false when nothing is left to merge. */
export async function mergeStep(db: Kysely<Database>): Promise<boolean> {
  const before = await changes(db);
  await command(db, 'merge', PAGES);
  // The command's own row is one change; merging writes more.
  return (await changes(db)) - before >= 2;
}

/** Begins to make one part of all of them, however large; `mergeStep` goes on with it. */
export const mergeAll = async (db: Kysely<Database>): Promise<void> => {
  await command(db, 'merge', -PAGES);
};
