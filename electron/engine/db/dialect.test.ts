import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { engineDialect } from './dialect.ts';
import { migrate, newestVersion } from './migrate.ts';
import { openSqlite } from './open.ts';
import type { Database } from './schema.ts';

const unit = (id: string) => ({ id, name: '大队', head: '', phone: '' });

async function opened() {
  const sqlite = openSqlite(':memory:', newestVersion);
  const db = new Kysely<Database>({ dialect: engineDialect(sqlite) });
  await migrate(sqlite, db);
  return { sqlite, db };
}

it('tells what went wrong when the storage has rolled back by itself, as it does on a full disk', async () => {
  const { db } = await opened();
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('unit').values(unit('a')).execute();
    await sql`INSERT OR ROLLBACK INTO unit (id, name, head, phone) VALUES ('b', '大队', '', '')`.execute(trx);
  });
  await expect(failing).rejects.toThrow(/UNIQUE constraint failed: unit.name/);
  expect(await db.selectFrom('unit').select('id').execute()).toEqual([]);
  await db.transaction().execute((trx) => trx.insertInto('unit').values(unit('c')).execute());
  expect(await db.selectFrom('unit').select('id').execute()).toEqual([{ id: 'c' }]);
});

it('takes the write lock at the beginning of a transaction', async () => {
  const { sqlite, db } = await opened();
  await db.transaction().execute(async () => {
    expect(() => sqlite.exec('BEGIN IMMEDIATE')).toThrow(/within a transaction/);
  });
  expect(sqlite.inTransaction).toBe(false);
});

it('keeps a reader out of a transaction that is still open', async () => {
  const { db } = await opened();
  let finish: () => void = () => undefined;
  const waiting = new Promise<void>((done) => {
    finish = done;
  });
  const writing = db.transaction().execute(async (trx) => {
    await trx.insertInto('unit').values(unit('a')).execute();
    await waiting;
  });
  let seen: unknown[] | null = null;
  const reading = db
    .selectFrom('unit')
    .select('id')
    .execute()
    .then((rows) => {
      seen = rows;
    });
  await new Promise(setImmediate);
  expect(seen).toBeNull();
  finish();
  await Promise.all([writing, reading]);
  expect(seen).toEqual([{ id: 'a' }]);
});
