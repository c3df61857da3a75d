import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../shared/audit/types.ts';
import type { BackupManifest } from '../../../shared/backup/types.ts';
import { placesOf } from '../backup/places.ts';
import type { Sqlite } from '../db/open.ts';
import { finding } from './chain-walk.ts';

/** The heads with which backups of this folder were made, wherever they can be reached, the oldest first. */
function anchors(dataDir: string): BackupManifest[] {
  const { desk, folders } = placesOf(dataDir);
  const found: BackupManifest[] = [];
  for (const folder of folders.filter((each) => existsSync(each))) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
      const manifest = readManifest(join(folder, name));
      if (manifest?.desk === desk) found.push(manifest);
    }
  }
  return found.sort((a, b) => a.atMs - b.atMs);
}

/** A manifest of format 1 listed every archived file. */
type Stored = Omit<BackupManifest, 'format' | 'files'> & {
  format: number;
  files: BackupManifest['files'] | { bytes: number }[];
};

/** A manifest as it lies on disk, also one that still lists its files; null for a file that is none. */
export function readManifest(path: string): BackupManifest | null {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
    if (typeof stored.head?.hash !== 'string' || ![1, 2].includes(stored.format)) return null;
    const { files, missing } = stored;
    if (!Array.isArray(files)) return { ...stored, format: 2, files };
    const bytes = files.reduce((sum, f) => sum + f.bytes, 0);
    return { ...stored, format: 2, files: { count: files.length, bytes, missing: missing.length } };
  } catch {
    // Torn or foreign: no manifest, and a backup without one counts for nothing.
    return null;
  }
}

/**
 * Compares the chain with the head of every backup made of it: who rewrites the whole chain and its copy must also reach all of
 * these, one of them perhaps on another disk. Names the first that differs.
 */
export function compareAnchors(db: Sqlite, dataDir: string): Finding[] {
  const at = db.prepare('SELECT hash FROM audit_event WHERE seq = ?').pluck();
  for (const { head, file, atMs } of anchors(dataDir)) {
    if (head.seq === 0 || at.get(head.seq) === head.hash) continue;
    return [finding({ code: 'anchorDiffers', seq: head.seq, atMs, detail: file })];
  }
  return [];
}
