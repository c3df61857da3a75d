import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type FileTypeResult, fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import {
  type AttachmentKind,
  attachmentLimits,
  attachmentTypes,
  limitMegabytes,
  type StoredFile,
} from '../../../shared/duty-log/attachments.ts';
import { invalid } from '../../../shared/errors.ts';

/** Refuses a file that is larger than its kind may be, with the limit in MB. */
export const tooLarge = (kind: AttachmentKind) =>
  invalid('bytes', 'fileTooLarge', { limit: limitMegabytes(kind) });

const unknownKind = (found: FileTypeResult | undefined) =>
  found ? invalid('uploadId', 'fileKind', { found: found.ext }) : invalid('uploadId', 'fileUnknown');

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
const plainType = (found: FileTypeResult | undefined) => (found?.mime ?? '').split(';')[0] ?? '';

/** Head of a film or recording read to tell the two apart, bytes. */
const INDEX_BYTES = 4 * 1024 * 1024;
/** More boxes than these before the index are no recording of a telephone. */
const MOST_BOXES = 500;

/** A telephone writes its recordings as MP4 without a picture track: the index names the tracks by their handlers. */
async function isRecording(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (let at = 0, box = 0; at + 16 <= size && box < MOST_BOXES; box += 1) {
      const head = Buffer.alloc(16);
      await file.read(head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
      if (length < 8) return false;
      if (head.toString('latin1', 4, 8) === 'moov') {
        const index = Buffer.alloc(Math.min(length, INDEX_BYTES));
        await file.read(index, 0, index.length, at);
        return index.includes('soun') && !index.includes('vide');
      }
      at += length;
    }
    return false;
  } finally {
    await file.close();
  }
}

/** What the bytes are, whatever the file is called (`invalid: fileKind` or `fileUnknown` for what an entry does not take). */
export async function typeOf(path: string): Promise<{ type: string; kind: AttachmentKind }> {
  const found = await fileTypeFromFile(path);
  const film = plainType(found) === 'video/mp4';
  const type = film && (await isRecording(path)) ? 'audio/mp4' : plainType(found);
  const kind = attachmentTypes[type];
  if (kind === undefined) throw unknownKind(found);
  return { type, kind };
}

/** Refuses by its first piece what is plainly of another kind, or larger than its kind may be. */
export async function requireKind(firstPiece: Uint8Array, bytes: number): Promise<void> {
  const found = await fileTypeFromBuffer(firstPiece);
  // A film may turn out to be a recording, and what is not known yet may be known at the end.
  if (!found || plainType(found) === 'video/mp4') return;
  const kind = attachmentTypes[plainType(found)];
  if (kind === undefined) throw unknownKind(found);
  if (bytes > attachmentLimits[kind]) throw tooLarge(kind);
}

/** A whole file as it will be known: its hash, what it is and how large. */
export async function describe(path: string, bytes: number): Promise<StoredFile> {
  const { type, kind } = await typeOf(path);
  if (bytes > attachmentLimits[kind]) throw tooLarge(kind);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return { sha256: hash.digest('hex'), type, bytes };
}
