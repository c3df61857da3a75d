import { expect, test } from 'vitest';
import { instant } from '../../../shared/time/zone.ts';
import { timeNear, timeOfDay } from './back-entry-time.ts';

const ZONE = 'Asia/Shanghai';
const at = (day: string, clock: string) => instant(day, clock, ZONE);

test.each([
  ['00:05', '2026-03-11', '00:05'],
  ['0905', '2026-03-11', '09:05'],
  ['12:06', '2026-03-11', '12:06'],
  ['23:58', '2026-03-11', '23:58'],
  ['3-10 23:58', '2026-03-10', '23:58'],
])('%s on a form of 11 March is %s %s', (typed, day, clock) => {
  expect(timeOfDay(typed, '2026-03-11', ZONE)).toBe(at(day, clock));
});

test.each([
  ['00:10', '23:50', '2026-03-12', '00:10'],
  ['23:58', '00:02', '2026-03-10', '23:58'],
  ['09:02', '09:03', '2026-03-11', '09:02'],
  ['10:40', '09:03', '2026-03-11', '10:40'],
  ['3-13 08:00', '09:03', '2026-03-13', '08:00'],
])('%s after a receipt at %s is %s %s', (typed, received, day, clock) => {
  expect(timeNear(typed, at('2026-03-11', received), ZONE)).toBe(at(day, clock));
});

test('what is no time is none', () => {
  expect(timeOfDay('25:00', '2026-03-11', ZONE)).toBeUndefined();
  expect(timeNear('soon', at('2026-03-11', '09:00'), ZONE)).toBeUndefined();
});
