import { describe, expect, it } from 'vitest';
import { instant } from '../time/zone.ts';
import { monthEnd, periodProblem, periodSpan, weekStart } from './period.ts';

const calendar = { timeZone: 'Asia/Shanghai', changeover: '08:30' };
const at = (date: string, clock: string, zone = calendar.timeZone) => instant(date, clock, zone);

describe('the instants of a period', () => {
  it('by the calendar, from midnight to the midnight after the last day', () => {
    const span = periodSpan({ fromDay: '2026-03-09', toDay: '2026-03-15', basis: 'local' }, calendar);
    expect(span).toEqual({ fromMs: at('2026-03-09', '00:00'), toMs: at('2026-03-16', '00:00') });
  });
  it('by duty days, from changeover to changeover', () => {
    const span = periodSpan({ fromDay: '2026-12-31', toDay: '2026-12-31', basis: 'duty' }, calendar);
    expect(span).toEqual({ fromMs: at('2026-12-31', '08:30'), toMs: at('2027-01-01', '08:30') });
  });
  it('a day on which the clock goes forward has 23 hours', () => {
    const zone = { ...calendar, timeZone: 'Europe/Berlin' };
    const { fromMs, toMs } = periodSpan({ fromDay: '2026-03-29', toDay: '2026-03-29', basis: 'local' }, zone);
    expect(toMs - fromMs).toBe(23 * 3_600_000);
  });
});

it.each([
  ['2026-03-09', '2026-03-09'],
  ['2026-03-15', '2026-03-09'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on Monday %s', (date, monday) => {
  expect(weekStart(date)).toBe(monday);
});

it.each([
  ['2026-02-03', '2026-02-28'],
  ['2028-02-03', '2028-02-29'],
  ['2026-12-31', '2026-12-31'],
])('the month of %s ends on %s', (date, last) => {
  expect(monthEnd(date)).toBe(last);
});

it.each([
  ['2026-03-11', '2026-03-11', null],
  ['2026-03-11', '2026-03-10', 'periodOrder'],
  ['2026-01-01', '2026-12-31', null],
  ['2028-01-01', '2028-12-31', null],
  ['2026-01-01', '2027-01-02', 'periodTooLong'],
])('a period from %s to %s: %s', (fromDay, toDay, problem) => {
  expect(periodProblem({ fromDay, toDay })).toBe(problem);
});
