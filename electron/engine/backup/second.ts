import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupManifest, BackupProgress } from '../../../shared/backup/types.ts';
import { fileHash } from '../audit/files.ts';
import { fsyncFolder } from '../db/open.ts';
import { copyBytes } from './copy.ts';
import { writeWhole } from './durable.ts';
import { type BackedFile, requireRoom, sizeOf, sweep } from './make.ts';
import { backupFolder } from './places.ts';

/** Copies one file to its place and reads it back; what is there whole already stays. Throws COPY_DIFFERS when it is another. */
function bring(
  from: string,
  to: string,
  bytes: number,
  sha256: string,
  onProgress: (done: number) => void,
): void {
  if (sizeOf(to) === bytes && fileHash(to) === sha256) return;
  mkdirSync(dirname(to), { recursive: true });
  const temporary = `${to}.tmp`;
  rmSync(temporary, { force: true });
  const fd = openSync(from, 'r');
  try {
    copyBytes(fd, bytes, temporary, onProgress);
    if (fileHash(temporary) !== sha256)
      throw Object.assign(new Error(`${to} is not what was copied`), { code: 'COPY_DIFFERS' });
    renameSync(temporary, to);
    fsyncFolder(dirname(to));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

/**
 * Copies a verified backup to the second place, with every one of its sealed papers and attached files that is not there yet; each copy
 * is read back against its hash, the manifest goes last. The folder itself must exist: a disk that is not plugged in is not made up for.
 */
export function copyToSecond(
  dataDir: string,
  second: string,
  { manifest, files }: { manifest: BackupManifest; files: readonly BackedFile[] },
  onProgress: (progress: BackupProgress) => void,
): void {
  if (!existsSync(second)) throw Object.assign(new Error(`${second} is not there`), { code: 'ENOENT' });
  sweep(second, manifest.desk);
  const { file, bytes, sha256, reason } = manifest;
  const lacking = files.filter((f) => sizeOf(join(second, f.path)) !== f.bytes);
  const totalBytes = bytes + lacking.reduce((sum, f) => sum + f.bytes, 0);
  requireRoom(second, totalBytes);
  let before = 0;
  const report = (done: number) =>
    onProgress({ reason, phase: 'second', doneBytes: before + done, totalBytes });
  for (const f of lacking) {
    bring(join(dataDir, f.path), join(second, f.path), f.bytes, f.sha256, report);
    before += f.bytes;
  }
  bring(join(backupFolder(dataDir), file), join(second, file), bytes, sha256, report);
  writeWhole(join(second, file.replace(/\.sqlite$/, '.json')), `${JSON.stringify(manifest)}\n`);
}
