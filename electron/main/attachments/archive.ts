import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HEAD_BYTES, isPdf } from './magic.ts';

const isHash = (sha256: unknown): sha256 is string =>
  typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);

/** The archive of attached files as main reads it: `<data>/attachments/<sha256>`, written by the engine alone. */
export class AttachmentArchive {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'attachments');
  }

  /** How a file begins and how large it is; null for anything that is not a hash and for what is not there. */
  async head(sha256: unknown): Promise<{ head: Buffer; size: number } | null> {
    if (!isHash(sha256)) return null;
    try {
      const file = await open(join(this.#folder, sha256), 'r');
      try {
        const { size } = await file.stat();
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        return { head: buffer.subarray(0, bytesRead), size };
      } finally {
        await file.close();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** A part of a file whose hash and bounds were checked before. */
  part(sha256: string, start: number, end: number): ReturnType<typeof createReadStream> {
    return createReadStream(join(this.#folder, sha256), { start, end });
  }

  /** The bytes of a PDF whose content still is what its name says; null when missing, altered or no PDF. */
  async pdf(sha256: unknown): Promise<Buffer | null> {
    const found = await this.head(sha256);
    if (found === null || !isHash(sha256) || !isPdf(found.head)) return null;
    const bytes = await readFile(join(this.#folder, sha256));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  }
}
