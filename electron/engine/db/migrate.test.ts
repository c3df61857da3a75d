import { readFileSync, writeFileSync } from 'node:fs';
import { Kysely } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineDialect } from './dialect.ts';
import { migrate, newestVersion, schemaText } from './migrate.ts';
import { openSqlite, type Sqlite } from './open.ts';
import type { Database } from './schema.ts';

const SNAPSHOT = 'migrations/schema.snapshot.sql';

async function migrated(): Promise<Sqlite> {
  const sqlite = openSqlite(':memory:', newestVersion);
  const db = new Kysely<Database>({ dialect: engineDialect(sqlite) });
  onTestFinished(() => db.destroy());
  await migrate(sqlite, db);
  await migrate(sqlite, db);
  return sqlite;
}

it('the schema is the one of the committed snapshot', async () => {
  const now = schemaText(await migrated());
  expect(
    now,
    `The migrations make another schema than ${SNAPSHOT}. A released migration never changes: add a new one. When the
difference is meant, write the snapshot anew and commit it: UPDATE_SCHEMA=1 npx vitest run electron/engine/db/migrate`,
  ).toBe(snapshot(now));
});

function snapshot(now: string): string {
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(SNAPSHOT, now);
  return readFileSync(SNAPSHOT, 'utf8');
}

describe('a fresh database', () => {
  it('knows its version', async () => {
    expect((await migrated()).pragma('user_version', { simple: true })).toBe(newestVersion);
  });

  it('has STRICT tables only, one text key each', async () => {
    const sqlite = await migrated();
    const tables = sqlite
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'",
      )
      .all() as { name: string; strict: number }[];
    expect(tables.filter((t) => t.strict !== 1)).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  it.each([
    ['journal_mode', 'memory'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['busy_timeout', 5000],
  ])('is opened with %s = %s', async (name, value) => {
    expect((await migrated()).pragma(name, { simple: true })).toBe(value);
  });
});
