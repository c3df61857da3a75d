import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The archive of sealed papers: `<data>/documents/<sha256>.pdf`, written once and never changed. */
export class Documents {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'documents');
  }

  /** Where a document lies; null for anything that is not a SHA-256. */
  pathOf(sha256: unknown): string | null {
    return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
      ? join(this.#folder, `${sha256}.pdf`)
      : null;
  }

  /** Archives a PDF under its hash; it is on disk when this resolves. */
  async add(pdf: Uint8Array): Promise<{ sha256: string; bytes: number }> {
    const sha256 = sha256Of(pdf);
    await writeDurably(join(this.#folder, `${sha256}.pdf`), pdf);
    return { sha256, bytes: pdf.byteLength };
  }

  /** The path of a document whose content still is what its name says; null when missing or altered. */
  async verified(sha256: unknown): Promise<string | null> {
    const path = this.pathOf(sha256);
    if (path === null) return null;
    try {
      return sha256Of(await readFile(path)) === sha256 ? path : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}
