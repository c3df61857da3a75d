import { expect, test } from 'vitest';
import { instant } from '../../shared/time/zone.ts';
import { readTime } from './time-text.ts';

const zone = 'Asia/Shanghai';
const at = (date: string, clock: string) => instant(date, clock, zone);

test('a time typed after midnight is understood as yesterday when that is nearer', () => {
  expect(readTime('23:58', at('2026-03-12', '00:03'), zone)).toBe(at('2026-03-11', '23:58'));
  expect(readTime('03:42', at('2026-03-12', '03:45'), zone)).toBe(at('2026-03-12', '03:42'));
  expect(readTime('10:00', at('2026-03-12', '23:00'), zone)).toBe(at('2026-03-12', '10:00'));
});

test('a few minutes ahead stay ahead, so that the desk can refuse them', () => {
  expect(readTime('03:58', at('2026-03-12', '03:42'), zone)).toBe(at('2026-03-12', '03:58'));
});

test('a due time is the next one', () => {
  expect(readTime('08:00', at('2026-03-11', '22:00'), zone, 'future')).toBe(at('2026-03-12', '08:00'));
  expect(readTime('23:00', at('2026-03-11', '22:00'), zone, 'future')).toBe(at('2026-03-11', '23:00'));
});

test('the usual ways of typing', () => {
  const now = at('2026-03-12', '12:00');
  for (const typed of ['08:05', '8:05', '8：05', '0805', '805', ' 08.05 ', '０８０５', '０８：０５']) {
    expect(readTime(typed, now, zone)).toBe(at('2026-03-12', '08:05'));
  }
  expect(readTime('08:05:09', now, zone)).toBe(at('2026-03-12', '08:05:09'));
  expect(readTime('3-10 23:58', now, zone)).toBe(at('2026-03-10', '23:58'));
  expect(readTime('3月10日 23:58', now, zone)).toBe(at('2026-03-10', '23:58'));
  expect(readTime('2025-12-31 23:58', now, zone)).toBe(at('2025-12-31', '23:58'));
  expect(readTime('昨天 23:58', now, zone)).toBe(at('2026-03-11', '23:58'));
});

test('what is no time is refused', () => {
  const now = at('2026-03-12', '12:00');
  for (const typed of ['', '25:00', '12:60', '一会儿', '3-40 10:00', '12:', '123456789']) {
    expect(readTime(typed, now, zone)).toBeUndefined();
  }
});

test.each([
  ['00:02', '2026-03-11 23:58', 'past', '2026-03-12 00:02'],
  ['00:05', '2026-03-11 23:58', 'past', '2026-03-12 00:05'],
  ['00:30', '2026-03-11 13:00', 'past', '2026-03-11 00:30'],
  ['1-2 09:00', '2026-12-31 22:00', 'future', '2027-01-02 09:00'],
  ['12-31 23:58', '2027-01-01 00:03', 'past', '2026-12-31 23:58'],
  ['3-12 08:00', '2026-03-11 22:00', 'future', '2026-03-12 08:00'],
] as const)('%s typed at %s (%s) means %s', (typed, now, sense, meant) => {
  const at = (text: string) => {
    const [date = '', clock = ''] = text.split(' ');
    return instant(date, clock, 'Asia/Shanghai');
  };
  expect(readTime(typed, at(now), 'Asia/Shanghai', sense)).toBe(at(meant));
});

test('knows which days there are', () => {
  expect(
    readTime('2-30 08:00', instant('2026-03-01', '09:00', 'Asia/Shanghai'), 'Asia/Shanghai'),
  ).toBeUndefined();
});
