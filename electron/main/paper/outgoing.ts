import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from '../durable.ts';
import { log } from '../log.ts';

/** A reader has taken the file in by then; one that holds it open keeps what it has. */
const OPENED_MS = 60 * 60_000;

/**
 * The papers that a reader or the printer takes from disk. They hold names and telephone numbers, so none stays: each goes once
 * printed or an hour after it was opened, and all go when the program ends or starts.
 */
export class Outgoing {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'outgoing');
  }

  /** Throws away every paper that is not held open by a reader; throws the first failure after trying all. */
  async clear(): Promise<void> {
    const failures: unknown[] = [];
    for (const name of await this.#list()) {
      await rm(join(this.#folder, name), { recursive: true, force: true }).catch((error: unknown) =>
        failures.push(error),
      );
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Puts a paper where another program can read it; two papers of one name do not meet. */
  async put(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(this.#folder, randomUUID(), name);
    await writeDurably(path, bytes);
    return path;
  }

  /** Throws one paper away; what a reader still holds goes with the next clear. */
  async discard(path: string): Promise<void> {
    try {
      await rm(dirname(path), { recursive: true, force: true });
    } catch (error) {
      log.warn('outgoing', (error as NodeJS.ErrnoException).code);
    }
  }

  /** Throws one paper away once its reader has had time. */
  discardLater(path: string): void {
    setTimeout(() => void this.discard(path), OPENED_MS).unref();
  }

  async #list(): Promise<string[]> {
    try {
      return await readdir(this.#folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
