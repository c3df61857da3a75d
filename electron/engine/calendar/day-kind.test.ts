import { expect, it } from 'vitest';
import { dayKindOf, dutyDayFacts } from './day-kind.ts';

it.each([
  ['2026-02-17', 'holiday'],
  ['2026-10-01', 'holiday'],
  ['2026-10-10', 'workday'],
  ['2026-03-14', 'weekend'],
  ['2026-03-11', 'workday'],
  ['2099-10-01', 'unknown'],
])('%s is a %s', (date, kind) => {
  expect(dayKindOf(date)).toBe(kind);
});

it('names the holiday in both languages, and only on the days off', () => {
  expect(dutyDayFacts('2026-10-01')).toEqual({
    dutyDay: '2026-10-01',
    kind: 'holiday',
    holiday: { zh: '国庆节', en: 'National Day' },
  });
  // A make-up workday bears the holiday's name in the calendar.
  expect(dutyDayFacts('2026-10-10').holiday).toBeNull();
  expect(dutyDayFacts('2026-03-14').holiday).toBeNull();
});
