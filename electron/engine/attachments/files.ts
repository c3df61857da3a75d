import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import {
  type AttachmentKind,
  attachmentLimits,
  attachmentTypes,
  type StoredFile,
} from '../../../shared/duty-log/attachments.ts';
import { DeskError, invalid, notFound } from '../../../shared/errors.ts';
import { fsyncFolder } from '../db/open.ts';

/** The largest file of any kind, bytes: more is refused before a byte of it is taken. */
const MOST_BYTES = Math.max(...Object.values(attachmentLimits));

/** A file begun longer ago than this is not going to be finished, ms. */
const ABANDONED_MS = 24 * 60 * 60_000;

const storageError = (error: unknown): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new DeskError('storage', { reason: code === 'ENOSPC' ? 'full' : 'fileNotWritten' });
};

/**
 * The archive of attached files: `<data>/attachments/<sha256>`, written once and never changed. What comes in is collected
 * under `incoming` first; only a whole file whose bytes are of a known kind gets its name.
 */
export class FileStore {
  readonly #folder: string;
  readonly #incoming: string;
  readonly #announced = new Map<string, number>();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'attachments');
    this.#incoming = join(this.#folder, 'incoming');
  }

  /** Begins a file of so many bytes; too large ones are refused at once (`invalid: fileTooLarge`). */
  async begin(bytes: number): Promise<string> {
    if (bytes > MOST_BYTES) throw tooLarge('pdf');
    try {
      await mkdir(this.#incoming, { recursive: true });
      await this.#sweep();
      const uploadId = randomUUID();
      await (await open(join(this.#incoming, uploadId), 'wx')).close();
      this.#announced.set(uploadId, bytes);
      return uploadId;
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Writes one piece at its place; the same piece again changes nothing. Returns how many bytes are there. */
  async chunk(uploadId: string, offset: number, piece: Uint8Array): Promise<number> {
    const most = this.#announced.get(uploadId);
    if (most === undefined) throw notFound('upload');
    if (offset + piece.byteLength > most) throw invalid('base64', 'fileTooLarge');
    try {
      const file = await open(join(this.#incoming, uploadId), 'r+');
      try {
        await file.write(piece, 0, piece.byteLength, offset);
        return (await file.stat()).size;
      } finally {
        await file.close();
      }
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Ends a file: what it is is read from its bytes; it is on disk under its hash when this resolves. */
  async finish(uploadId: string): Promise<StoredFile> {
    const announced = this.#announced.get(uploadId);
    if (announced === undefined) throw notFound('upload');
    const path = join(this.#incoming, uploadId);
    try {
      const { size } = await stat(path);
      if (size !== announced) throw invalid('uploadId', 'fileIncomplete');
      const stored = await describe(path, size);
      await this.#keep(path, stored.sha256);
      this.#announced.delete(uploadId);
      return stored;
    } catch (error) {
      if (error instanceof DeskError && error.code === 'invalid') await this.#throwAway(uploadId);
      throw storageError(error);
    }
  }

  /** What a kept file is; null when there is none of this hash. */
  async stored(sha256: string): Promise<StoredFile | null> {
    const path = join(this.#folder, sha256);
    try {
      const { size } = await stat(path);
      return { sha256, bytes: size, type: (await typeOf(path)).type };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw storageError(error);
    }
  }

  async #keep(path: string, sha256: string): Promise<void> {
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    await rename(path, join(this.#folder, sha256));
    fsyncFolder(this.#folder);
  }

  async #throwAway(uploadId: string): Promise<void> {
    this.#announced.delete(uploadId);
    await rm(join(this.#incoming, uploadId), { force: true });
  }

  /** Files begun before a crash or given up are thrown away after a day. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#incoming)) {
      if (this.#announced.has(name)) continue;
      const path = join(this.#incoming, name);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }
}

const tooLarge = (kind: AttachmentKind) =>
  invalid('bytes', 'fileTooLarge', { limit: attachmentLimits[kind] / 1024 / 1024 });

/** What the bytes are, whatever the file is called (`invalid: fileKind` for what an entry does not take). */
async function typeOf(path: string): Promise<{ type: string; kind: AttachmentKind }> {
  const found = await fileTypeFromFile(path);
  const type = found?.mime ?? '';
  const kind = attachmentTypes[type];
  if (kind === undefined) throw invalid('uploadId', 'fileKind', { found: found?.ext ?? '' });
  return { type, kind };
}

async function describe(path: string, bytes: number): Promise<StoredFile> {
  const { type, kind } = await typeOf(path);
  if (bytes > attachmentLimits[kind]) throw tooLarge(kind);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return { sha256: hash.digest('hex'), type, bytes };
}
