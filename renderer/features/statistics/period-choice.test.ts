import { expect, it } from 'vitest';
import { instant } from '../../../shared/time/zone.ts';
import { daysOf, type Preset, presetOf } from './period-choice.ts';

const calendar = { timeZone: 'Asia/Shanghai', changeover: '08:30' };
const at = (date: string, clock: string) => instant(date, clock, calendar.timeZone);
const daysAt = (preset: Preset, nowMs: number, search = '') => {
  const { fromDay, toDay, basis } = daysOf(preset, new URLSearchParams(search), nowMs, calendar);
  return `${fromDay} ${toDay} ${basis}`;
};

it.each<[Preset, string, string]>([
  ['duty', '08:30', '2026-03-11 2026-03-11 duty'],
  ['duty', '08:29', '2026-03-10 2026-03-10 duty'],
  ['week', '00:00', '2026-03-09 2026-03-15 local'],
  ['lastWeek', '23:59', '2026-03-02 2026-03-08 local'],
  ['month', '12:00', '2026-03-01 2026-03-31 local'],
  ['lastMonth', '12:00', '2026-02-01 2026-02-28 local'],
])('%s on Wednesday 11 March 2026 at %s is %s', (preset, clock, expected) => {
  expect(daysAt(preset, at('2026-03-11', clock))).toBe(expected);
});

it('a week that crosses the year, and the month before January', () => {
  expect(daysAt('week', at('2027-01-01', '12:00'))).toBe('2026-12-28 2027-01-03 local');
  expect(daysAt('lastMonth', at('2027-01-01', '12:00'))).toBe('2026-12-01 2026-12-31 local');
});

it.each([
  ['from=2026-01-02&to=2026-01-05', '2026-01-02 2026-01-05 local'],
  ['from=2026-01-02', '2026-01-02 2026-01-02 local'],
  ['from=x&to=2026', '2026-03-09 2026-03-15 local'],
])('days of the address: %s', (search, expected) => {
  expect(daysAt('custom', at('2026-03-11', '12:00'), search)).toBe(expected);
});

it('an unknown preset in the address is this week', () => {
  expect(presetOf(new URLSearchParams('period=never'))).toBe('week');
});
