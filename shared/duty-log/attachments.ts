import { z } from 'zod';
import { text } from '../fields.ts';

const MB = 1024 * 1024;

/** Kinds of file that an entry takes, with the largest size of one. */
export const attachmentLimits = { image: 20 * MB, audio: 50 * MB, pdf: 50 * MB } as const;
export type AttachmentKind = keyof typeof attachmentLimits;

/** Content types that are taken, by what they are; what a file is is read from its bytes, never from its name. */
export const attachmentTypes: Record<string, AttachmentKind> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'image/bmp': 'image',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
  'audio/x-m4a': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'application/pdf': 'pdf',
};

/** Most files of one entry. */
export const MOST_ATTACHMENTS = 20;

/** Longest name of a file, in UTF-16 units: what file systems allow. */
export const FILE_NAME = 255;

/** Bytes of a file that travel in one call. */
export const CHUNK_BYTES = MB;

export const sha256Schema = z.string('required').regex(/^[0-9a-f]{64}$/, 'sha256');

/** A file already taken in, as it is put to an entry. */
export const attachmentInputSchema = z.object({ sha256: sha256Schema, name: text(FILE_NAME) });
export type AttachmentInput = z.infer<typeof attachmentInputSchema>;

/**
 * Whether a file may be sent at all, as far as its size and the kind that it claims say; null when it may. What it really is
 * the engine reads from its bytes.
 */
export function refusedBySize(file: { bytes: number; claimed: string }): 'emptyFile' | AttachmentKind | null {
  if (file.bytes === 0) return 'emptyFile';
  const kind = attachmentTypes[file.claimed];
  const limit = kind ? attachmentLimits[kind] : Math.max(...Object.values(attachmentLimits));
  if (file.bytes <= limit) return null;
  return kind ?? 'pdf';
}

/** Megabytes that a file of a kind may have. */
export const limitMegabytes = (kind: AttachmentKind): number => attachmentLimits[kind] / MB;

/** A file taken in: its content hash, what it is and how large. */
export type StoredFile = { sha256: string; type: string; bytes: number };

export type Attachment = StoredFile & {
  id: string;
  name: string;
  kind: AttachmentKind;
  recordedAtMs: number;
  actorName: string;
};
