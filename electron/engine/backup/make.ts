import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import type { BackupManifest, BackupProgress, BackupReason } from '../../../shared/backup/types.ts';
import { archivedFiles } from '../audit/files.ts';
import { databasePath, fsyncFolder } from '../db/open.ts';
import { copyBytes, factsOf, holdStill } from './copy.ts';
import { writeWhole } from './durable.ts';
import { backupFolder } from './places.ts';
import { proveCopy } from './prove.ts';

/** Room that a backup leaves on the disk for the desk itself. */
const LEAVE_BYTES = 256 * 1024 * 1024;

/** So many missing files are named in a manifest; they are counted all. */
const NAMED = 100;

export type BackupOrder = {
  dataDir: string;
  /** An open descriptor of the database file: see `DatabaseBytes`. */
  fd: number;
  desk: string;
  reason: BackupReason;
  handover: string | null;
  atMs: number;
  timeZone: string;
  second: string | null;
};

const stamp = (atMs: number) => new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');

/** Every file a desk ever puts among the backups begins like this: others in the same folder are none of its business. */
export const prefixOf = (desk: string) => `duty-desk-${desk}-`;

/** Refuses what would leave the disk too full for the desk to go on. */
export function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + LEAVE_BYTES)
    throw Object.assign(new Error(`too little room in ${folder}`), { code: 'ENOSPC' });
}

/** Throws away what an earlier try left half done. */
export function sweep(folder: string, desk: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefixOf(desk)));
  const whole = new Set(names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)));
  for (const name of names) {
    const left = name.endsWith('.tmp') || (name.endsWith('.sqlite') && !whole.has(name.slice(0, -7)));
    if (left || /-(wal|shm)$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** A sealed paper or an attached file that belongs to a backup, as its path in the data folder. */
export type BackedFile = { path: string; bytes: number; sha256: string };

/**
 * Makes one backup in the data folder: a copy of one state of the database, proven, under its name, with its manifest. Until the
 * manifest is there it counts for nothing. Returns it with the archived files that are there to go with it.
 */
export function makeBackup(
  order: BackupOrder,
  onProgress: (progress: BackupProgress) => void,
): { manifest: BackupManifest; files: BackedFile[] } {
  const { dataDir, desk, reason, handover, atMs } = order;
  const folder = backupFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  sweep(folder, desk);
  const name = `${prefixOf(desk)}${stamp(atMs)}-${reason}`;
  const temporary = join(folder, `${name}.tmp`);
  const copied = holdStill(databasePath(dataDir), (db) => {
    const bytes = statSync(databasePath(dataDir)).size;
    requireRoom(folder, bytes);
    const facts = factsOf(db);
    const files = archivedFiles(db, dataDir);
    const report = (doneBytes: number) => onProgress({ reason, phase: 'copy', doneBytes, totalBytes: bytes });
    return { bytes, facts, files, sha256: copyBytes(order.fd, bytes, temporary, report) };
  });
  const { bytes, sha256, facts, files } = copied;
  try {
    onProgress({ reason, phase: 'verify', doneBytes: 0, totalBytes: bytes });
    proveCopy(temporary, sha256, facts);
    renameSync(temporary, join(folder, `${name}.sqlite`));
    fsyncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  const missing = files.filter((f) => sizeOf(f.path) !== f.bytes);
  const manifest: BackupManifest = {
    format: 2,
    desk,
    reason,
    handover,
    atMs,
    file: `${name}.sqlite`,
    bytes,
    sha256,
    ...facts,
    files: {
      count: files.length,
      bytes: files.reduce((sum, f) => sum + f.bytes, 0),
      missing: missing.length,
    },
    missing: missing.slice(0, NAMED).map((f) => f.sha256),
  };
  writeWhole(join(folder, `${name}.json`), `${JSON.stringify(manifest)}\n`);
  const gone = new Set(missing);
  return {
    manifest,
    files: files
      .filter((f) => !gone.has(f))
      .map((f) => ({
        path: relative(dataDir, f.path).replaceAll('\\', '/'),
        bytes: f.bytes,
        sha256: f.sha256,
      })),
  };
}

/** A file's size; null when it is not there. */
export const sizeOf = (path: string): number | null =>
  statSync(path, { throwIfNoEntry: false })?.size ?? null;

/**
 * The database file opened for reading once and closed only after SQLite has let go of it: closing any descriptor of a file drops all
 * locks that the process holds on it, SQLite's among them.
 */
export class DatabaseBytes {
  readonly #dataDir: string;
  #fd: number | null = null;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get fd(): number {
    this.#fd ??= openSync(databasePath(this.#dataDir), 'r');
    return this.#fd;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }
}
