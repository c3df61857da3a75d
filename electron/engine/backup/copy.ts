import { createHash } from 'node:crypto';
import { closeSync, existsSync, fdatasyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import DatabaseConstructor from 'better-sqlite3';
import type { Sqlite } from '../db/open.ts';

const CHUNK = 1024 * 1024;
/** The write lock is never held longer than this for a try, ms. */
const TRY_MS = 50;
const TRIES = 40;
const PAUSE_MS = 250;

/** What the state that was copied must show again when the copy is opened. */
export type Facts = {
  schemaVersion: number;
  head: { seq: number; hash: string };
  counts: Record<string, number>;
};

/** Rows of every table and the end of the chain, in the state this connection sees. */
export function factsOf(db: Sqlite): Facts {
  const tables = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  const counts: Record<string, number> = {};
  for (const name of tables)
    counts[name] = db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
  const head = db.prepare('SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  const schemaVersion = Number(db.pragma('user_version', { simple: true }));
  return { schemaVersion, head: head ?? { seq: 0, hash: '' }, counts };
}

const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const walIsEmpty = (file: string) => !existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0;

/**
 * Holds a read transaction while the write-ahead log is empty: until it ends, the database file is that state and nothing may be
 * written into it, while the desk goes on writing into the log. Throws SQLITE_BUSY when another reader never lets go.
 */
export function holdStill<T>(file: string, use: (db: Sqlite) => T): T {
  const db = new DatabaseConstructor(file, { timeout: TRY_MS });
  try {
    db.pragma('synchronous = FULL');
    // Does most of the work without anyone waiting for it.
    db.pragma('wal_checkpoint(PASSIVE)');
    for (let tries = 0; tries < TRIES; tries++) {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.exec('BEGIN');
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      if (walIsEmpty(file)) return use(db);
      db.exec('ROLLBACK');
      sleep(PAUSE_MS);
    }
    throw Object.assign(new Error('the write-ahead log is never empty'), { code: 'SQLITE_BUSY' });
  } finally {
    db.close();
  }
}

/** Copies so many bytes of an open file, each piece on disk before the next, and returns their SHA-256. */
export function copyBytes(
  from: number,
  bytes: number,
  target: string,
  onProgress: (doneBytes: number) => void,
): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  const to = openSync(target, 'wx');
  try {
    for (let at = 0; at < bytes; ) {
      const read = readSync(from, buffer, 0, Math.min(CHUNK, bytes - at), at);
      if (read === 0)
        throw Object.assign(new Error(`${target}: the source ended early`), { code: 'COPY_DIFFERS' });
      const piece = buffer.subarray(0, read);
      if (writeSync(to, piece) < read)
        throw Object.assign(new Error(`${target}: short write`), { code: 'ENOSPC' });
      fdatasyncSync(to);
      hash.update(piece);
      at += read;
      onProgress(at);
    }
  } finally {
    closeSync(to);
  }
  return hash.digest('hex');
}
