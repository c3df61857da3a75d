import { createHash } from 'node:crypto';
import type { DeskClient } from '../../../shared/contract/index.ts';
import { CHUNK_BYTES, type StoredFile } from '../../../shared/duty-log/attachments.ts';

/** The smallest files that are what they claim; `salt` makes one that is no other. */
export const sample = {
  png: (salt = 0) =>
    Buffer.concat([
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
        'base64',
      ),
      Buffer.from([salt & 255, salt >> 8]),
    ]),
  pdf: () => Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  /** A silent recording of so many seconds. */
  wav: (seconds = 1) => {
    const data = seconds * 8000;
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + data, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(1, 22);
    head.writeUInt32LE(8000, 24);
    head.writeUInt32LE(8000, 28);
    head.writeUInt16LE(1, 32);
    head.writeUInt16LE(8, 34);
    head.write('data', 36);
    head.writeUInt32LE(data, 40);
    return Buffer.concat([head, Buffer.alloc(data, 128)]);
  },
  exe: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]),
  svg: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  html: () => Buffer.from('<!doctype html><script>1</script>'),
  text: () => Buffer.from('只是一段文字'),
  /** An MP4 whose tracks have these handlers: `soun` alone is a recording, `vide` a film. */
  mp4: (...handlers: string[]) => {
    const box = (name: string, ...parts: Buffer[]): Buffer => {
      const body = Buffer.concat(parts);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(8 + body.length, 0);
      head.write(name, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    const tracks = handlers.map((h) => box('hdlr', Buffer.alloc(8), Buffer.from(h), Buffer.alloc(13)));
    const brand = Buffer.concat([Buffer.from('mp42'), Buffer.alloc(4), Buffer.from('mp42isom')]);
    return Buffer.concat([box('ftyp', brand), box('mdat', Buffer.alloc(64)), box('moov', ...tracks)]);
  },
};

/** Sends a file as the window does, piece by piece. */
export async function sendFile(client: DeskClient, bytes: Buffer, name = 'file'): Promise<StoredFile> {
  const { uploadId } = await client.attachments.begin({ name, bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const base64 = bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64');
    await client.attachments.chunk({ uploadId, offset, base64 });
  }
  return client.attachments.finish({ uploadId });
}

/** The name under which a file is kept. */
export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
