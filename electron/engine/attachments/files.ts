import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentLimits, type StoredFile } from '../../../shared/duty-log/attachments.ts';
import { DeskError, invalid, notFound } from '../../../shared/errors.ts';
import { fsyncFolder } from '../db/open.ts';
import { describe, requireKind, tooLarge, typeOf } from './kind.ts';

/** The largest file of any kind, bytes: more is refused before a byte of it is taken. */
const MOST_BYTES = Math.max(...Object.values(attachmentLimits));

/** A file begun longer ago than this is not going to be finished, ms. */
const ABANDONED_MS = 24 * 60 * 60_000;

/** A file on its way: how large it will be, how many bytes from its beginning are there, when it was begun. */
type Announced = { bytes: number; received: number; atMs: number };

/** Writes all of a piece at its place: one write may take less than it was given. */
async function writeAll(file: FileHandle, piece: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < piece.byteLength; ) {
    const { bytesWritten } = await file.write(piece, done, piece.byteLength - done, offset + done);
    done += bytesWritten;
  }
}

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
  readonly #announced = new Map<string, Announced>();
  readonly #finished = new Map<string, { whole: Promise<StoredFile>; atMs: number }>();

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
      this.#announced.set(uploadId, { bytes, received: 0, atMs: Date.now() });
      return uploadId;
    } catch (error) {
      throw storageError(error);
    }
  }

  /**
   * Writes one piece at its place, each where the last ended (`invalid: fileIncomplete` for one that leaves a hole); the same
   * piece again changes nothing. Returns how many bytes are there.
   */
  async chunk(uploadId: string, offset: number, piece: Uint8Array): Promise<number> {
    const announced = this.#announced.get(uploadId);
    if (announced === undefined) throw notFound('upload');
    const end = offset + piece.byteLength;
    if (end > announced.bytes || offset > announced.received) throw invalid('base64', 'fileIncomplete');
    if (end <= announced.received) return announced.received;
    try {
      // What the first bytes give away is refused before the rest has come.
      if (offset === 0) await requireKind(piece, announced.bytes);
      const file = await open(join(this.#incoming, uploadId), 'r+');
      try {
        await writeAll(file, piece, offset);
      } finally {
        await file.close();
      }
      announced.received = Math.max(announced.received, end);
      return announced.received;
    } catch (error) {
      if (error instanceof DeskError) await this.cancel(uploadId);
      throw storageError(error);
    }
  }

  /**
   * Ends a file: what it is is read from its bytes; it is on disk under its hash when this resolves. Asked again, because the
   * answer was lost, it answers the same.
   */
  finish(uploadId: string): Promise<StoredFile> {
    const before = this.#finished.get(uploadId);
    if (before) return before.whole;
    const whole = this.#finish(uploadId);
    this.#finished.set(uploadId, { whole, atMs: Date.now() });
    whole.catch(() => this.#finished.delete(uploadId));
    return whole;
  }

  async #finish(uploadId: string): Promise<StoredFile> {
    const announced = this.#announced.get(uploadId);
    if (announced === undefined) throw notFound('upload');
    const path = join(this.#incoming, uploadId);
    try {
      const { size } = await stat(path);
      if (size !== announced.bytes || announced.received !== size)
        throw invalid('uploadId', 'fileIncomplete');
      const stored = await describe(path, size);
      await this.#keep(path, stored.sha256);
      this.#announced.delete(uploadId);
      return stored;
    } catch (error) {
      if (error instanceof DeskError) await this.cancel(uploadId);
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

  /** Throws away what has come of a file; one that nobody began, or that is whole already, is left alone. */
  async cancel(uploadId: string): Promise<void> {
    if (!this.#announced.delete(uploadId)) return;
    await rm(join(this.#incoming, uploadId), { force: true });
  }

  /** Files begun before a crash or given up are thrown away after a day. */
  async #sweep(): Promise<void> {
    for (const [id, { atMs }] of this.#finished)
      if (Date.now() - atMs > ABANDONED_MS) this.#finished.delete(id);
    for (const name of await readdir(this.#incoming)) {
      const path = join(this.#incoming, name);
      const begunAtMs = this.#announced.get(name)?.atMs ?? (await stat(path)).mtimeMs;
      if (Date.now() - begunAtMs <= ABANDONED_MS) continue;
      this.#announced.delete(name);
      await rm(path, { force: true });
    }
  }
}
