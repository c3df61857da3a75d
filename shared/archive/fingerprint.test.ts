import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, readFingerprint } from './fingerprint.ts';

const HASH = '3f2a9c1b77de0012aabbccddeeff00112233445566778899deadbeefcafe9abc';
const groups = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? '';

describe('a fingerprint is read as it is typed', () => {
  it.each<[name: string, typed: string, number: string | null, seq: number | null]>([
    ['whole', HASH, null, null],
    ['in capitals', HASH.toUpperCase(), null, null],
    ['in groups', groups(HASH), null, null],
    ['over two lines', `${groups(HASH.slice(0, 32))}\n${groups(HASH.slice(32))}\n`, null, null],
    ['as the short form', '3f2a 9c1b 77de 0012 … 9abc', null, null],
    ['with three dots', '3f2a9c1b77de0012...9abc', null, null],
    ['with full-width digits', '３Ｆ２ａ　９ｃ１ｂ', null, null],
    ['with dashes and points', '3f2a-9c1b–77de·0012', null, null],
    ['eight digits', '3f2a9c1b', null, null],
    ['the QR code', `duty-desk handover JJ-2026-0007 seq 1234 head ${HASH}`, 'JJ-2026-0007', 1234],
    [
      'the QR code by a scanner in capitals',
      `DUTY-DESK HANDOVER JJ-2026-0007 SEQ 1234 HEAD ${HASH.toUpperCase()}`,
      'JJ-2026-0007',
      1234,
    ],
    [
      'the line of the sheet',
      '记录链：序号 1,234 · 链首 3f2a 9c1b 77de 0012 … 9abc（截至接班签字）',
      null,
      1234,
    ],
    ['with its label', '链首：3f2a 9c1b', null, null],
    ['with the number of the sheet', 'JJ-2026-0007 3f2a 9c1b', 'JJ-2026-0007', null],
  ])('%s', (_name, typed, number, seq) => {
    const read = readFingerprint(typed);
    expect(read).toMatchObject({ number, seq });
    expect(typeof read === 'object' && matches(HASH, read)).toBe(true);
  });

  it.each([
    ['', 'fingerprintShort'],
    ['3f2a 9c1', 'fingerprintShort'],
    ['… 9abc 9abc', 'fingerprintShort'],
    [`${HASH}0`, 'fingerprintLong'],
    ['3f2a 9c1b xyz', 'fingerprintText'],
    ['今天天气很好', 'fingerprintText'],
    ['3f2a9c1b77de0012 … zz', 'fingerprintText'],
    ['JJ-2026-0007', 'fingerprintShort'],
  ])('%s is none: %s', (typed, fault) => {
    expect(readFingerprint(typed)).toBe(fault);
  });

  it('whatever is typed is read or refused, and what is read is part of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const read = readFingerprint(typed);
        return typeof read === 'string' || /^[0-9a-f]{8,64}$/.test(read.start);
      }),
    );
  });
});

it('one wrong digit is another fingerprint', () => {
  const read = readFingerprint('3f2a 9c1b 77de 0013 … 9abc');
  expect(typeof read === 'object' && matches(HASH, read)).toBe(false);
});
