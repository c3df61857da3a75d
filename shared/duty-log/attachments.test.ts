import { expect, it } from 'vitest';
import { refusedBySize } from './attachments.ts';

const MB = 1024 * 1024;

it.each<[what: string, bytes: number, claimed: string, refused: ReturnType<typeof refusedBySize>]>([
  ['an empty file', 0, 'image/png', 'emptyFile'],
  ['a photo of 200 MB', 200 * MB, 'image/jpeg', 'image'],
  ['a photo at its limit', 20 * MB, 'image/jpeg', null],
  ['a byte more', 20 * MB + 1, 'image/jpeg', 'image'],
  ['a recording', 30 * MB, 'audio/mpeg', null],
  ['a recording above its limit', 51 * MB, 'audio/mpeg', 'audio'],
  ['something that claims nothing', 40 * MB, '', null],
  ['something very large that claims nothing', 51 * MB, '', 'pdf'],
])('%s', (_what, bytes, claimed, refused) => {
  expect(refusedBySize({ bytes, claimed })).toBe(refused);
});
