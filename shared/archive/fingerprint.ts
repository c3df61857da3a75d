/** What somebody read off a paper: the digits of a fingerprint, and what stood beside them. */
export type PaperFingerprint = {
  /** The digits from the beginning: 8 to 64. */
  start: string;
  /** The digits after `…` on the short form, else empty. */
  end: string;
  /** Number of the sheet and place in the chain, where the text says them (the QR code does). */
  number: string | null;
  seq: number | null;
};

/** Why a text is no fingerprint; keys under `field.*` of the locales. */
export type FingerprintFault = 'fingerprintShort' | 'fingerprintLong' | 'fingerprintText';

/** Fewer digits than this could be many records. */
export const LEAST_DIGITS = 8;

const HASH = 64;

/** Words that stand around the digits on the paper and in the QR code; some of them hold letters that are digits too. */
const around = /duty-desk|handover|head|sha-?256|记录链|链首|指纹|截至接班签字|PDF/gi;

/**
 * Reads a fingerprint as it was typed or scanned: the short form with `…`, groups of four, the whole hash, or the whole text of the
 * QR code or the line on the sheet; spaces, case, full-width signs and dashes do not matter.
 */
export function readFingerprint(typed: string): PaperFingerprint | FingerprintFault {
  let text = typed.normalize('NFKC');
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(text);
    if (!found) return null;
    text = text.replace(found[0], ' ');
    return found[1] ?? null;
  };
  const number = take(/\b(JJ-\d{4}-\d{4,})\b/i)?.toUpperCase() ?? null;
  const seq = take(/(?:seq|序号|event)[\s:：#]*(\d[\d,]*)(?![0-9a-f])/i);
  text = text.replace(around, ' ');
  const [start = '', ...ends] = text.split(/…+|\.{2,}|⋯+/).map(digitsOf);
  const end = ends.filter((part) => part !== '').at(-1) ?? '';
  if (start === null || end === null || ends.includes(null)) return 'fingerprintText';
  if (start.length < LEAST_DIGITS) return 'fingerprintShort';
  if (start.length + end.length > HASH) return 'fingerprintLong';
  return { start, end, number, seq: seq === null ? null : Number(seq.replaceAll(',', '')) };
}

/** The hexadecimal digits of a part; null when it holds letters that are none. */
function digitsOf(part: string): string | null {
  const plain = part.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
  return /^[0-9a-f]*$/.test(plain) ? plain : null;
}

/** Whether a hash is the one a fingerprint shows. */
export const matches = (hash: string, print: PaperFingerprint): boolean =>
  hash.startsWith(print.start) && hash.endsWith(print.end);
