import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

test.each([
  ['3', 3],
  [' ３ ', 3],
  ['１０', 10],
  ['', undefined],
  ['三', undefined],
  ['3张', undefined],
  ['2.5', undefined],
  ['-1', undefined],
])('%s is read as %s', (typed, number) => {
  expect(wholeNumber(typed)).toBe(number);
});
