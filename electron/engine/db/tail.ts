import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ChainLink } from './chain.ts';
import { fsyncFolder } from './open.ts';

/** One line of `tail.jsonl`: the whole audit event, so that what was acknowledged after a backup can come back. */
export type TailLine = ChainLink & { prevHash: string; hash: string };

const CHUNK = 65_536;

/**
 * The append-only copy of the chain beside the database. A line is on disk before anything is acknowledged, so the
 * database may be ahead of it after a kill, never behind.
 */
export class Tail {
  readonly #fd: number;
  readonly #pending: TailLine[] = [];
  constructor(dataDir: string) {
    this.#fd = openSync(join(dataDir, 'tail.jsonl'), 'a+');
    fsyncFolder(dataDir);
    this.#cutTornLine();
  }

  /** The last whole line of a folder's tail, read only: verification changes nothing. */
  static lastLine(dataDir: string): TailLine | null {
    const lines = readFileSync(join(dataDir, 'tail.jsonl'), 'utf8').split('\n');
    const whole = lines
      .slice(0, -1)
      .filter((line) => line !== '')
      .at(-1);
    return whole === undefined ? null : (JSON.parse(whole) as TailLine);
  }

  /** Puts lines on disk; what could not be written stays pending and goes first the next time. */
  append(lines: readonly TailLine[]): void {
    this.#pending.push(...lines);
    if (this.#pending.length === 0) return;
    const size = fstatSync(this.#fd).size;
    try {
      const text = this.#pending.map((line) => `${JSON.stringify(line)}\n`).join('');
      const bytes = Buffer.from(text, 'utf8');
      if (writeSync(this.#fd, bytes) < bytes.length)
        throw Object.assign(new Error('tail.jsonl: short write'), { code: 'ENOSPC' });
      fdatasyncSync(this.#fd);
      this.#pending.length = 0;
    } catch (error) {
      ftruncateSync(this.#fd, size);
      throw error;
    }
  }

  /** The last whole line, null when there is none. */
  last(): TailLine | null {
    const size = fstatSync(this.#fd).size;
    let text = '';
    for (let end = size; end > 0; end -= CHUNK) {
      text = this.#read(Math.max(0, end - CHUNK), Math.min(CHUNK, end)).toString('latin1') + text;
      const lines = text.split('\n').filter((line) => line !== '');
      if (lines.length > 1 || end <= CHUNK) {
        const last = lines.at(-1);
        return last === undefined
          ? null
          : (JSON.parse(Buffer.from(last, 'latin1').toString('utf8')) as TailLine);
      }
    }
    return null;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** A kill in the middle of a write leaves half a line; its event is in the database and is appended again at start. */
  #cutTornLine(): void {
    const size = fstatSync(this.#fd).size;
    for (let end = size; end > 0; end -= CHUNK) {
      const start = Math.max(0, end - CHUNK);
      const newline = this.#read(start, end - start).lastIndexOf(10);
      if (newline >= 0 || start === 0) {
        const keep = newline >= 0 ? start + newline + 1 : 0;
        if (keep < size) ftruncateSync(this.#fd, keep);
        return;
      }
    }
  }

  #read(start: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    readSync(this.#fd, buffer, 0, length, start);
    return buffer;
  }
}
