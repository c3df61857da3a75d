import { expect, it } from 'vitest';
import type { DocumentCheck, DocumentFault } from '../../../shared/archive/types.ts';
import type { AuditResult, FindingCode, Verdict } from '../../../shared/audit/types.ts';
import { headlineOf, provenParts } from './proven.ts';

const check = (over: Partial<DocumentCheck> = {}): DocumentCheck => ({
  row: {
    sha256: 'a'.repeat(64),
    kind: 'handover',
    handoverId: 'h',
    number: 'JJ-2026-0001',
    dutyDay: '2026-03-11',
    outgoingLead: '甲',
    incomingLead: '乙',
    signedAtMs: 2,
    sealedAtMs: 3,
    bytes: 4,
    late: false,
    extra: false,
    readings: [],
    reprints: 0,
    chain: { seq: 40, head: 'b'.repeat(64) },
  },
  faults: [],
  printed: 'same',
  signatures: [
    { side: 'outgoing', name: '甲', atMs: 1, proven: true },
    { side: 'incoming', name: '乙', atMs: 2, proven: true },
  ],
  sinceMs: 0,
  ...over,
});

const result = (verdict: Verdict): AuditResult => ({ atMs: 9, tookMs: 1, verdict });
const sound = result({ ok: true, events: 90, head: '', files: 1, tailBehind: 0 });
const earlier = result({ ok: true, events: 39, head: '', files: 0, tailBehind: 0 });
const broken = (soundUntil: number) =>
  result({ ok: false, seq: soundUntil + 1, problem: '', events: 90, soundUntil, findings: [] });

/** A check of a whole chain that found this. */
const finding = (code: FindingCode, seq: number) => {
  const one = { code, seq, atMs: null, table: '', rowId: '', about: null, detail: '' };
  return result({ ok: false, seq, problem: '', events: 90, soundUntil: 90, findings: [one] });
};

const faulty = (fault: DocumentFault, over: Partial<DocumentCheck> = {}) =>
  check({ faults: [fault], ...over });

it.each<[what: string, check: DocumentCheck, audit: AuditResult | null, parts: string[]]>([
  ['all of it', check(), sound, ['original', 'printed', 'whole', 'signed']],
  ['without a check of the whole record', check(), null, ['original', 'printed', 'wholeNot', 'signed']],
  ['checked before it was signed', check(), earlier, ['original', 'printed', 'wholeNot', 'signed']],
  ['what is broken came later', check(), broken(60), ['original', 'printed', 'wholeLater', 'signed']],
  [
    'a photo of another entry gone',
    check(),
    finding('attachmentMissing', 0),
    ['original', 'printed', 'wholeFiles', 'signed'],
  ],
  [
    'another schema',
    check(),
    finding('schemaChanged', 0),
    ['original', 'printed', 'wholeDatabase', 'signed'],
  ],
  ['what is broken came before', check(), broken(20), ['original', 'printed', 'wholeChanged', 'signed']],
  [
    'a file whose text cannot be read',
    check({ printed: 'unreadable' }),
    sound,
    ['original', 'unreadable', 'whole', 'signed'],
  ],
  ['another file', faulty('fileChanged'), sound, ['printed', 'wholeNot', 'signed']],
  [
    'another fingerprint',
    faulty('printedDiffers', { printed: 'differs' }),
    null,
    ['original', 'wholeNot', 'signed'],
  ],
  [
    'a signature that is not what was recorded',
    faulty('signatureChanged', {
      signatures: [
        { side: 'outgoing', name: '甲', atMs: 1, proven: true },
        { side: 'incoming', name: '乙', atMs: 2, proven: false },
      ],
    }),
    sound,
    ['original', 'printed', 'wholeNot'],
  ],
])('%s', (_what, of, audit, parts) => {
  expect(provenParts(of, audit)).toEqual(parts);
});

it.each<[what: string, check: DocumentCheck, audit: AuditResult | null, headline: string]>([
  ['all of it proven', check(), sound, 'proven'],
  ['the whole record not checked yet', check(), null, 'sheetOnly'],
  ['the record checked before it was signed', check(), earlier, 'sheetOnly'],
  ['its own print unreadable', check({ printed: 'unreadable' }), sound, 'sheetOnly'],
  ['a later record changed', check(), broken(60), 'elsewhere'],
  ['a photo of another entry gone', check(), finding('attachmentMissing', 0), 'elsewhere'],
  ['another schema', check(), finding('schemaChanged', 0), 'elsewhere'],
  ['an earlier record changed', check(), finding('rowChanged', 12), 'broken'],
  ['its own file gone', faulty('fileMissing'), sound, 'broken'],
])('the headline of a sheet with %s', (_what, of, audit, headline) => {
  expect(headlineOf(of, provenParts(of, audit))).toBe(headline);
});
