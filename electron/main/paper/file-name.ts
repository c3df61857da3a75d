/** Names of more bytes are cut: file systems end at 255, and the durable write adds to the name for a moment. */
const NAME_BYTES = 180;

/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The first characters of a text that take up to `limit` bytes in UTF-8; a character is never cut in two. */
function firstBytes(text: string, limit: number): string {
  let kept = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > limit) break;
    kept += sign;
  }
  return kept;
}

/**
 * A plain file name with exactly this extension (`.pdf`): what a page suggests may hold anything, and the extension decides
 * which program opens it. Without a usable suggestion the fallback stands, itself without extension.
 */
export function fileName(suggested: unknown, fallback: string, extension: string): string {
  const text = typeof suggested === 'string' ? suggested.normalize('NFC') : '';
  const stem = text.toLowerCase().endsWith(extension) ? text.slice(0, -extension.length) : text;
  const plain = firstBytes(
    stem.replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '_').trim(),
    NAME_BYTES - extension.length,
  ).replace(/[. ]+$/, '');
  if (plain === '') return `${fallback}${extension}`;
  return `${device.test(plain) ? '_' : ''}${plain}${extension}`;
}
