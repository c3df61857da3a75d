import { describe, expect, it } from 'vitest';
import { dutyDayOf, dutyDaySpan } from './duty-day.ts';
import { tooFarAhead } from './occurrence.ts';
import { withinSpans } from './working-hours.ts';
import { addDays, instant, localDate } from './zone.ts';

const zone = 'Asia/Shanghai';
const calendar = { timeZone: zone, changeover: '08:30' };
const at = (date: string, clock: string) => instant(date, clock, zone);

describe('duty day', () => {
  it.each([
    ['2026-03-11', '08:30', '2026-03-11'],
    ['2026-03-11', '08:29', '2026-03-10'],
    ['2026-03-12', '02:17', '2026-03-11'],
    ['2026-01-01', '00:00', '2025-12-31'],
  ])('%s %s belongs to %s', (date, clock, day) => {
    expect(dutyDayOf(at(date, clock), calendar)).toBe(day);
  });

  it('lasts from changeover to changeover', () => {
    const span = dutyDaySpan('2026-02-28', calendar);
    expect(span).toEqual({ startMs: at('2026-02-28', '08:30'), endMs: at('2026-03-01', '08:30') });
  });

  it('keeps the wall clock where summer time moves it', () => {
    const span = dutyDaySpan('2026-03-28', { timeZone: 'Europe/Berlin', changeover: '08:30' });
    expect(span.endMs - span.startMs).toBe(23 * 3_600_000);
  });
});

describe('working hours hold every day', () => {
  const hours = [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ] as const;
  it.each([
    ['08:30', true],
    ['11:59', true],
    ['12:00', false],
    ['13:59', false],
    ['17:29', true],
    ['17:30', false],
    ['02:18', false],
  ])('%s → %s', (clock, inside) => {
    expect(withinSpans(at('2026-10-01', clock), hours, zone)).toBe(inside);
    expect(withinSpans(at('2026-03-15', clock), hours, zone)).toBe(inside);
  });
  it.each([
    ['23:00', true],
    ['05:59', true],
    ['06:00', false],
  ])('night crosses midnight: %s → %s', (clock, inside) => {
    expect(withinSpans(at('2026-03-15', clock), [['22:00', '06:00']], zone)).toBe(inside);
  });
});

it('converts between instant and wall clock', () => {
  expect(localDate(at('2026-03-12', '00:00'), zone)).toBe('2026-03-12');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

it('accepts a time rounded up by five minutes, not more', () => {
  expect(tooFarAhead(300_000, 0)).toBe(false);
  expect(tooFarAhead(300_001, 0)).toBe(true);
});
