import { expect, it } from 'vitest';
import { lastPosition, moved } from './order.ts';

const list = (...positions: number[]) =>
  positions.map((position, n) => ({ id: 'abcdef'[n] ?? '', position }));

it.each<[positions: number[], from: number, to: number, changes: [string, number][]]>([
  [
    [0, 1, 2],
    0,
    1,
    [
      ['b', 0],
      ['a', 1],
    ],
  ],
  [
    [3, 7, 9],
    2,
    1,
    [
      ['c', 7],
      ['b', 9],
    ],
  ],
  [
    [0, 1, 2],
    2,
    0,
    [
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    [0, 0, 0],
    0,
    1,
    [
      ['a', 1],
      ['c', 2],
    ],
  ],
  [[0, 1], 0, 2, []],
  [[0, 1], 0, -1, []],
  [[], 0, 0, []],
])('%j: the item at %i moved to %i changes %j', (positions, from, to, changes) => {
  expect(moved(list(...positions), from, to).map(({ item, position }) => [item.id, position])).toEqual(
    changes,
  );
});

it('a new item goes behind all others', () => {
  expect(lastPosition(list(3, 1))).toBe(4);
  expect(lastPosition([])).toBe(0);
});
