import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** Fingerprints as a sheet prints them, once spaces are gone: its own, and whatever was quoted in its text. */
const FINGERPRINTS = /[0-9a-f]{64,}/g;
/** What stands before a sheet's own. */
const OWN = /链首.{0,80}$/;

type Pdf = { bytes: Buffer; text: string; objects: Map<string, { at: number; head: string }> };

/** What a sheet prints, beside the fingerprint it should print; `unreadable` where no text can be read or it holds none. */
export type Printed = {
  is: 'same' | 'differs' | 'unreadable';
  /** The fingerprint found where it differs; else empty. */
  found: string;
};

/**
 * Whether an archived sheet prints this fingerprint, read from the text of the PDF itself. Another one quoted in an entry says nothing
 * against it: a sheet that was sealed before the chain was rewritten cannot print the head of after.
 * Reads what the program's own renderer writes, no more: plain objects, deflated streams, fonts that say what their glyphs mean.
 */
export function comparePrinted(path: string, head: string): Printed {
  const all = fingerprints(path);
  if (all.some((each) => each.digits.includes(head))) return { is: 'same', found: '' };
  const own = all.find((each) => each.own) ?? all[0];
  return own ? { is: 'differs', found: own.digits } : { is: 'unreadable', found: '' };
}

function fingerprints(path: string): { digits: string; own: boolean }[] {
  const bytes = readFileSync(path);
  try {
    const text = pdfText(bytes).replace(/\s/g, '');
    return [...text.matchAll(FINGERPRINTS)].map((found) => ({
      digits: found[0],
      own: OWN.test(text.slice(Math.max(0, found.index - 100), found.index)),
    }));
  } catch {
    // A file that was changed may be no PDF any more; that its hash does not fit is said on its own.
    return [];
  }
}

function pdfText(bytes: Buffer): string {
  const pdf = open(bytes);
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id = ''] of pdf.text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    if (!fonts.has(name)) fonts.set(name, glyphs(pdf, id));
  }
  let text = '';
  for (const id of pdf.objects.keys()) {
    const content = stream(pdf, id);
    if (content !== null && /\bBT\b/.test(content)) text += `${shown(content, fonts)}\n`;
  }
  return text;
}

function open(bytes: Buffer): Pdf {
  const text = bytes.toString('latin1');
  const objects: Pdf['objects'] = new Map();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = found.index + found[0].length;
    const end = text.indexOf('endobj', from);
    const data = text.indexOf('stream', from);
    const at = data >= 0 && data < end ? data : end;
    objects.set(found[1] ?? '', { at, head: text.slice(from, at) });
  }
  return { bytes, text, objects };
}

/** The inflated content of an object; null when it has none or holds a font's outlines or a picture. */
function stream({ bytes, text, objects }: Pdf, id: string): string | null {
  const object = objects.get(id);
  if (!object || !text.startsWith('stream', object.at)) return null;
  if (!object.head.includes('/FlateDecode') || /\/Length1|\/Image/.test(object.head)) return null;
  const length = Number(/\/Length (\d+)/.exec(object.head)?.[1]);
  const from = text.indexOf('\n', object.at) + 1;
  return inflateSync(bytes.subarray(from, from + length)).toString('latin1');
}

/** What each code of a font means, from its own table (`ToUnicode`). */
function glyphs(pdf: Pdf, fontId: string): Map<string, string> {
  const meaning = new Map<string, string>();
  const id = /\/ToUnicode (\d+) 0 R/.exec(pdf.objects.get(fontId)?.head ?? '')?.[1];
  const table = id === undefined ? null : stream(pdf, id);
  for (const [, kind, lines = ''] of (table ?? '').matchAll(/beginbf(char|range)\s([\s\S]*?)endbf/g)) {
    for (const line of lines.trim().split('\n')) {
      const [first = '', second = '', third = ''] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map((m) => m[1]);
      const from = Number.parseInt(first, 16);
      const to = kind === 'char' ? second : third;
      const many = kind === 'char' ? 0 : Number.parseInt(second, 16) - from;
      for (let n = 0; n <= many; n++) {
        const name = (from + n).toString(16).toUpperCase().padStart(first.length, '0');
        meaning.set(name, utf16(to, n));
      }
    }
  }
  return meaning;
}

/** UTF-16 as hexadecimal digits, its last unit so many further. */
function utf16(hex: string, further: number): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  const last = units.length - 1;
  return String.fromCharCode(...units.map((unit, at) => (at === last ? unit + further : unit)));
}

/** The text of a page's content, in the order in which it is drawn. */
function shown(content: string, fonts: Map<string, Map<string, string>>): string {
  let text = '';
  let font: Map<string, string> | undefined;
  for (const [, name, codes] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name);
    else if (font && codes !== undefined) text += decode(codes.toUpperCase(), font);
  }
  return text;
}

function decode(codes: string, font: Map<string, string>): string {
  const width = [...font.keys()][0]?.length ?? 4;
  let text = '';
  for (let at = 0; at < codes.length; at += width) text += font.get(codes.slice(at, at + width)) ?? '\uFFFD';
  return text;
}
