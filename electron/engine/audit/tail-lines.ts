import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkHash } from '../db/chain.ts';
import type { TailLine } from '../db/tail.ts';

const CHUNK = 1024 * 1024;

/** One line as it stands: null when it is no whole event or its own hash does not fit it. */
export type TailRead = { line: TailLine | null };

/**
 * The lines of `tail.jsonl` one after the other, up to the size that the file had when this was made: of these the database
 * must know every one. A torn last line is no line.
 */
export class TailLines {
  readonly #fd: number | null;
  readonly #size: number;
  #at = 0;
  #rest: Buffer = Buffer.alloc(0);
  #next: TailRead | null | undefined;

  constructor(dataDir: string) {
    const file = join(dataDir, 'tail.jsonl');
    this.#fd = existsSync(file) ? openSync(file, 'r') : null;
    this.#size = this.#fd === null ? 0 : statSync(file).size;
  }

  /** The next line without taking it; null at the end. */
  peek(): TailRead | null {
    if (this.#next === undefined) this.#next = this.#read();
    return this.#next;
  }

  take(): TailRead | null {
    const line = this.peek();
    this.#next = undefined;
    return line;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
  }

  #read(): TailRead | null {
    for (;;) {
      const newline = this.#rest.indexOf(10);
      if (newline >= 0) {
        const text = this.#rest.toString('utf8', 0, newline);
        this.#rest = this.#rest.subarray(newline + 1);
        if (text !== '') return { line: parse(text) };
      } else if (!this.#more()) {
        return null;
      }
    }
  }

  #more(): boolean {
    const length = Math.min(CHUNK, this.#size - this.#at);
    if (length <= 0 || this.#fd === null) return false;
    const buffer = Buffer.alloc(length);
    const read = readSync(this.#fd, buffer, 0, length, this.#at);
    this.#at += read;
    this.#rest = Buffer.concat([this.#rest, buffer.subarray(0, read)]);
    return read > 0;
  }
}

function parse(text: string): TailLine | null {
  try {
    const { prevHash, hash, ...link } = JSON.parse(text) as TailLine;
    return linkHash(prevHash, link) === hash ? { ...link, prevHash, hash } : null;
  } catch {
    // No JSON, or no event: said by the caller as a changed line.
    return null;
  }
}
