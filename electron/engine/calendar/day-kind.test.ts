import { expect, it } from 'vitest';
import { dayKindOf } from './day-kind.ts';

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
