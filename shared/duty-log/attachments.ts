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

/** Bytes of a file that travel in one call. */
export const CHUNK_BYTES = MB;

export const sha256Schema = z.string('required').regex(/^[0-9a-f]{64}$/, 'sha256');

/** A file already taken in, as it is put to an entry. */
export const attachmentInputSchema = z.object({ sha256: sha256Schema, name: text(200) });
export type AttachmentInput = z.infer<typeof attachmentInputSchema>;

/** A file taken in: its content hash, what it is and how large. */
export type StoredFile = { sha256: string; type: string; bytes: number };

export type Attachment = StoredFile & {
  id: string;
  name: string;
  kind: AttachmentKind;
  recordedAtMs: number;
  actorName: string;
};
