import { expect, it } from 'vitest';
import { instant } from '../time/zone.ts';
import { spanText } from './words.ts';

const zone = 'Asia/Shanghai';
const at = (date: string, clock: string) => instant(`2026-03-${date}`, clock, zone);

it.each([
  ['11', '22:10', '11', '23:30', '22:10–23:30'],
  ['11', '23:10', '12', '00:30', '23:10–次日00:30'],
  ['12', '02:10', '12', '03:30', '次日02:10–03:30'],
  ['11', '23:10', '14', '01:00', '23:10–3月14日 01:00'],
])('the night of the 11th, %s %s to %s %s: %s', (fromDay, from, toDay, to, text) => {
  const row = {
    date: '2026-03-11',
    fromMs: at(fromDay, from),
    toMs: at(toDay, to),
    end: 'returned',
  } as const;
  expect(spanText(row, zone)).toBe(text);
  expect(spanText({ ...row, end: 'assumed' }, zone)).toBe(`${text}（推定）`);
});
