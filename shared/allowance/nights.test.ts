import { expect, it } from 'vitest';
import { instant } from '../time/zone.ts';
import { type NightRule, nightOf } from './nights.ts';

const zone = 'Asia/Shanghai';
const rules: NightRule[] = [{ fromMs: 0, night: ['22:00', '06:00'], rateFen: 8000 }];
/** `01 00:00` is that day of March 2026. */
const at = (text: string): number => {
  const [day = '', clock = ''] = text.split(' ');
  return instant(`2026-03-${day}`, clock, zone);
};

it('keeps the wall clock where summer time moves it', () => {
  const night = nightOf('2026-03-28', rules, 'Europe/Berlin');
  expect(night.endMs - night.startMs).toBe(7 * 3_600_000);
});

it.each<[string, number[], number]>([
  ['the first rate set counts for the nights before', [0, 0, 9000], 9000],
  ['a rate given up later stays given up', [9000, 0], 0],
  ['never set', [0], 0],
])('%s', (_name, rates, expected) => {
  const list = rates.map(
    (rateFen, n): NightRule => ({ fromMs: at(`0${n + 1} 00:00`), night: ['22:00', '06:00'], rateFen }),
  );
  const night = rates[0] === 0 ? '2026-03-01' : '2026-03-20';
  expect(nightOf(night, list, zone).rateFen).toBe(expected);
});
