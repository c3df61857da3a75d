import { rmSync } from 'node:fs';
import DatabaseConstructor from 'better-sqlite3';
import { fileHash } from '../audit/files.ts';
import { type Facts, factsOf } from './copy.ts';

const differs = (what: string) => Object.assign(new Error(what), { code: 'COPY_DIFFERS' });

/**
 * Reads a copy again from disk and opens it: the bytes that were read from the source, sound pages, the same rows and the same end
 * of the chain. Throws COPY_DIFFERS otherwise; only after this a copy is called a backup.
 */
export function proveCopy(path: string, sha256: string, expected: Facts): void {
  if (fileHash(path) !== sha256) throw differs('the copy on disk is not what was read');
  try {
    const db = new DatabaseConstructor(path, { readonly: true });
    try {
      const check = db.pragma('quick_check(1)', { simple: true });
      if (check !== 'ok') throw differs(`quick_check of the copy: ${String(check)}`);
      const found = factsOf(db);
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw differs('the copy holds other rows or another end of the chain');
    } finally {
      db.close();
    }
  } finally {
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
