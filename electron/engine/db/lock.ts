import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { FatalError } from './fatal.ts';

const RETRY_MS = 250;

/**
 * Keeps a second program out of a data folder and returns the release. The lock is the operating system's own, held by
 * an exclusive transaction on a file of its own: it goes with the process however that ends, and no process number that
 * another program inherits can keep the desk shut. Backup and verify may read without it.
 */
export async function lockFolder(dataDir: string, waitMs = 0): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true });
  for (let waited = 0; ; waited += RETRY_MS) {
    const lock = tryLock(dataDir);
    if (lock) return lock;
    // A predecessor that was just killed may still be on its way out.
    if (waited >= waitMs) throw new FatalError('lockedFolder', `another program uses ${dataDir}`);
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}

function tryLock(dataDir: string): (() => void) | null {
  const db = new DatabaseConstructor(join(dataDir, 'duty-desk.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
