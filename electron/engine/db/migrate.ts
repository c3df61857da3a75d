import { createHash } from 'node:crypto';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as foundation from '../../../migrations/0001-foundation.ts';
import * as instructionsWhole from '../../../migrations/0002-instructions-whole.ts';
import * as logAndHandoverWhole from '../../../migrations/0003-log-and-handover-whole.ts';
import { engineDialect } from './dialect.ts';
import { FatalError } from './fatal.ts';
import { openSqlite, type Sqlite } from './open.ts';
import type { Database } from './schema.ts';

/** Every migration in order; names never change once released. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': { up: (db) => foundation.up(db) },
  '0002-instructions-whole': { up: (db) => instructionsWhole.up(db) },
  '0003-log-and-handover-whole': { up: (db) => logAndHandoverWhole.up(db) },
};

/** The version of a database that has seen every migration. */
export const newestVersion = Object.keys(migrations).length;

/** Brings a database to the present schema. */
export async function migrate(sqlite: Sqlite, db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
  sqlite.pragma(`user_version = ${newestVersion}`);
}

/** Brings an empty database to an earlier schema, to compare one of that version with it. */
export async function migrateTo(db: Kysely<Database>, version: number): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const name = Object.keys(migrations)[version - 1];
  if (name === undefined) throw new Error(`no schema version ${version}`);
  const { error } = await migrator.migrateTo(name);
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

/** The schema as text, one object a line: the snapshot under test and the input of the schema hash. */
export function schemaText(sqlite: Sqlite): string {
  const rows = sqlite
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND (type = 'trigger'
         OR (name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%' AND name NOT LIKE 'log_search_%'))
       ORDER BY type, name`,
    )
    .all() as { type: string; name: string; sql: string }[];
  return rows.map((r) => `${r.sql.replace(/\s+/g, ' ').trim()};\n`).join('');
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Compares the schema on disk with a freshly migrated one: a trigger or check taken away behind the desk is seen. */
export async function requireExpectedSchema(sqlite: Sqlite): Promise<void> {
  const fresh = openSqlite(':memory:', newestVersion);
  const kysely = new Kysely<Database>({ dialect: engineDialect(fresh) });
  try {
    await migrate(fresh, kysely);
    if (hash(schemaText(fresh)) !== hash(schemaText(sqlite))) {
      throw new FatalError('brokenDatabase', 'the schema on disk is not the schema of this program');
    }
  } finally {
    await kysely.destroy();
  }
}
