import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { FatalError } from './fatal.ts';

export type Sqlite = DatabaseConstructor.Database;

/** File name of the database inside the data folder. */
export const DATABASE_FILE = 'duty-desk.sqlite';

const pragmas: readonly (readonly [name: string, set: string, read: number | string])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['mmap_size', '0', 0],
  ['journal_size_limit', '67108864', 67_108_864],
  ['cache_size', '-65536', -65_536],
];

/**
 * Opens the database with every setting written and read back; refuses to go on with a weaker one, and before anything
 * is written a database from a newer program. `:memory:` is for tests and keeps its own journal mode.
 */
export function openSqlite(file: string, newestVersion: number): Sqlite {
  const db = new DatabaseConstructor(file);
  const found = Number(db.pragma('user_version', { simple: true }));
  if (found > newestVersion) {
    db.close();
    throw new FatalError('newerDatabase', `database version ${found}, this program knows ${newestVersion}`);
  }
  const memory = file === ':memory:';
  for (const [name, set] of pragmas) db.pragma(`${name} = ${set}`);
  if (!memory) {
    // The driver is built with WAL-synchronous NORMAL, which silently returns after the first write: write, set, read.
    db.exec(`PRAGMA user_version = ${found}`);
    db.pragma('synchronous = FULL');
  }
  for (const [name, , expected] of pragmas) {
    if (memory && (name === 'journal_mode' || name === 'mmap_size')) continue;
    const value = db.pragma(name, { simple: true });
    if (value !== undefined && value !== expected) {
      db.close();
      throw new FatalError('pragma', `${name} is ${String(value)}, expected ${expected}`);
    }
  }
  return db;
}

/** Forces a folder's entries to disk, so that a renamed or new file survives a power cut. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The database's path in a data folder. */
export const databasePath = (dataDir: string) => join(dataDir, DATABASE_FILE);
