import { expect, test } from 'vitest';
import { withoutPin } from './person-search.ts';

const people = [
  { id: 'a', name: '陆仁山', staffNo: '1024' },
  { id: 'b', name: '林若水', staffNo: 'ZF07' },
];

test.each([
  ['lrs', 'lrs', false],
  ['102', '102', false],
  ['zf07', 'zf07', false],
  ['陆仁山 1024', '陆仁山 1024', false],
  ['xyz', 'xyz', false],
  ['lrs1', 'lrs', true],
  ['lrs135790', 'lrs', true],
  ['13', '', true],
  ['135790', '', true],
  ['１３５７９０', '', true],
  ['陆仁山 10245', '陆仁山 ', true],
])('of %s typed as a person %s stays', (typed, search, cut) => {
  expect(withoutPin(typed, people)).toEqual({ search, cut });
});

test('the rest of a PIN goes too, even where it looks like a staff number', () => {
  expect(withoutPin('1', people, true)).toEqual({ search: '', cut: true });
  expect(withoutPin('lrs', people, true)).toEqual({ search: 'lrs', cut: false });
});
