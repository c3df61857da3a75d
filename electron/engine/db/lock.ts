import { closeSync, existsSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FatalError } from './fatal.ts';

/** Whether a process still runs. A killed child may stay a zombie in a container, which signal 0 takes for alive. */
function isAlive(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (process.platform === 'linux') {
    if (!existsSync(stat)) return false;
    try {
      return !/\) [ZX] /.test(readFileSync(stat, 'latin1'));
    } catch {
      return false; // It ended between the two looks.
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders of this very process: its own id in a lock file otherwise means a leftover of an earlier one. */
const held = new Set<string>();

/** Keeps a second program out of a data folder. Returns the release. Backup and verify may read without it. */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const folder = resolve(dataDir);
  const file = join(folder, 'duty-desk.lock');
  if (held.has(folder)) throw new FatalError('lockedFolder', `this program already uses ${dataDir}`);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const fd = openSync(file, 'wx');
      writeSync(fd, String(process.pid));
      closeSync(fd);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder !== process.pid && holder > 0 && isAlive(holder)) {
        throw new FatalError('lockedFolder', `process ${holder} uses ${dataDir}`);
      }
      unlinkSync(file);
    }
  }
  held.add(folder);
  return () => {
    held.delete(folder);
    if (existsSync(file)) unlinkSync(file);
  };
}
