import { expect, it } from 'vitest';
import type { FindingCode, Verdict } from '../audit/types.ts';
import { untilThen } from './until.ts';

const finding = (seq: number, code: FindingCode) => ({
  code,
  seq,
  atMs: null,
  table: '',
  rowId: '',
  about: null,
  detail: '',
});
const bad = (soundUntil: number, ...found: (number | FindingCode)[]): Verdict => ({
  ok: false,
  seq: 0,
  problem: '',
  events: soundUntil === 39 ? 39 : 100,
  soundUntil,
  findings: found.map((f) => (typeof f === 'number' ? finding(f, 'rowChanged') : finding(0, f))),
});

it.each<[what: string, verdict: Verdict, until: string]>([
  ['nothing', { ok: true, events: 100, head: '', files: 0, tailBehind: 0 }, 'whole'],
  ['nothing, before it was recorded', { ok: true, events: 39, head: '', files: 0, tailBehind: 0 }, 'notYet'],
  ['a row last written before', bad(100, 12), 'changed'],
  ['a row last written by that very event', bad(100, 40), 'changed'],
  ['a row written later', bad(100, 41), 'laterChanged'],
  ['one later, one before', bad(100, 90, 7), 'changed'],
  ['a row that no event knows', bad(100, 0), 'changed'],
  ['the chain broken before', bad(20, 21), 'changed'],
  ['the chain broken later', bad(60, 61), 'laterChanged'],
  ['a photo missing', bad(100, 'attachmentMissing'), 'filesDiffer'],
  ['a sealed paper changed', bad(100, 'documentChanged'), 'filesDiffer'],
  ['a photo missing, before it was recorded', bad(39, 'attachmentMissing'), 'notYet'],
  ['another schema', bad(100, 'schemaChanged'), 'databaseDiffers'],
  ['a damaged page, and a photo missing', bad(100, 'fileBroken', 'attachmentMissing'), 'databaseDiffers'],
  ['a photo missing and a row written later', bad(100, 'attachmentMissing', 41), 'laterChanged'],
  ['a photo missing and a row written before', bad(100, 'attachmentMissing', 12), 'changed'],
  ['a file that is no database', { ...bad(0, 'fileBroken'), events: 0 } as Verdict, 'changed'],
])('the record up to event 40 when the check finds: %s', (_what, verdict, until) => {
  expect(untilThen(verdict, 40)).toBe(until);
});
