/** Content types that a page is shown, by how such files begin. Nothing that could carry a script is among them. */
const shown: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/mp4', 4, 'ftyp'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/amr', 0, '#!AMR'],
];

/** Bytes of the beginning that tell what a file is. */
export const HEAD_BYTES = 16;

/** The frame headers of AAC and MP3 without a tag: eleven bits set, then the layer. */
function framed(head: Buffer): string | null {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  return (second & 0x06) === 0 ? 'audio/aac' : 'audio/mpeg';
}

/** What a page may be shown of an attached file, read from how it begins; null for everything else. */
export function shownType(head: Buffer): string | null {
  const text = head.toString('latin1');
  return shown.find(([, at, bytes]) => text.startsWith(bytes, at))?.[0] ?? framed(head);
}

/** Whether a file begins as a PDF does. */
export const isPdf = (head: Buffer): boolean => head.toString('latin1', 0, 5) === '%PDF-';
