import { expect, it } from 'vitest';
import { nameMeant } from './pinyin.ts';

const names = ['沈若衡', '石培鑫', '石磊', 'Tom'];

it.each([
  ['spx', '石培鑫'],
  ['SPX', '石培鑫'],
  ['sl', '石磊'],
  ['s', '沈若衡'],
  ['shipei', '石培鑫'],
  ['tom', 'tom'],
  ['xyz', 'xyz'],
  ['石某', '石某'],
  ['spx2', 'spx2'],
  ['', ''],
])('%j means %j', (typed, meant) => {
  expect(nameMeant(names, typed)).toBe(meant);
});
