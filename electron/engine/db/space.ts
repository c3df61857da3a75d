import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { FatalError } from './fatal.ts';

const RESERVE_BYTES = 32 * 1024 * 1024;
const LOW_BYTES = 1024 ** 3;
/** With less than this nothing can be written. */
const NOTHING_BYTES = 1024 ** 2;

/** NFS, SMB, CIFS, SMB2, 9P, FUSE file systems by their magic numbers: file locks there cannot be trusted. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997]);

/** Refuses a data folder on a network share, where SQLite's locks do not hold. */
export function refuseNetworkFolder(dataDir: string): void {
  const remote =
    process.platform === 'win32' ? dataDir.startsWith('\\\\') : networkTypes.has(statfsSync(dataDir).type);
  if (remote) throw new FatalError('networkFolder', `${dataDir} is on a network share`);
}

const reserveFile = (dataDir: string) => join(dataDir, 'reserve.bin');

/** Frees the reserve of a data folder; false when there is none. */
export function giveUpReserve(dataDir: string): boolean {
  const file = reserveFile(dataDir);
  if (!existsSync(file)) return false;
  unlinkSync(file);
  return true;
}

/**
 * Space kept back for the worst night: when the disk is full the reserve is given up, and what it frees is for
 * 110 instructions and alarms only.
 */
export class Space {
  readonly #dataDir: string;
  readonly #file: string;
  readonly #keepReserve: boolean;
  #full = false;

  constructor(dataDir: string, keepReserve: boolean) {
    this.#dataDir = dataDir;
    this.#keepReserve = keepReserve;
    this.#file = reserveFile(dataDir);
    this.#restore();
    // A reserve that is gone was given up before: a new start must not hand what it freed to everything again.
    this.#full = !this.#isPresent();
  }

  /** `full` once a write failed for want of space, `low` below 1 GB free. */
  state(): 'ok' | 'low' | 'full' {
    if (this.#full) this.#restore();
    if (this.#full) return 'full';
    return this.#freeBytes() < LOW_BYTES ? 'low' : 'ok';
  }

  /** A write failed because the disk is full: give the reserve up. Returns whether that was known already. */
  exhausted(): boolean {
    const known = this.#full;
    this.#full = true;
    giveUpReserve(this.#dataDir);
    return known;
  }

  /** Whether the disk has no room at all, whatever name a failed write gave to that. */
  get isOut(): boolean {
    return this.#freeBytes() < NOTHING_BYTES;
  }

  #isPresent(): boolean {
    return !this.#keepReserve || (existsSync(this.#file) && statSync(this.#file).size === RESERVE_BYTES);
  }

  #freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#dataDir);
    return bavail * bsize;
  }

  /** Lays the reserve down again as soon as there is room for twice its size. */
  #restore(): void {
    if (!this.#isPresent()) {
      if (this.#freeBytes() < 2 * RESERVE_BYTES) return;
      const fd = openSync(this.#file, 'w');
      try {
        const chunk = Buffer.alloc(1024 * 1024);
        for (let n = 0; n < RESERVE_BYTES; n += chunk.length) writeSync(fd, chunk);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    }
    this.#full = false;
  }
}
