import { expect, it } from 'vitest';
import { DAY } from '../time/zone.ts';
import { disposable, type Kept } from './retention.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = DAY / 24;
const NOW = Date.parse('2026-03-11T08:35:00+08:00');

const made = (atMs: number, reason: Kept['reason'] = 'hourly'): Kept => ({
  file: `${new Date(atMs).toISOString()}-${reason}`,
  atMs,
  reason,
  seq: Math.round((atMs - NOW) / 1000) + 10 ** 9,
});

/** One backup an hour for so many hours back, as a desk that is always on makes them. */
const hourly = (hours: number) => Array.from({ length: hours }, (_, n) => made(NOW - n * HOUR));

const staying = (all: Kept[], nowMs = NOW) => {
  const gone = new Set(disposable(all, nowMs, ZONE));
  return all.filter((kept) => !gone.has(kept));
};

it('a day of hours, a month of days and two years of months stay', () => {
  const stay = staying(hourly(3 * 365 * 24));
  const ages = stay.map((kept) => NOW - kept.atMs);
  expect(ages.filter((age) => age < 24 * HOUR)).toHaveLength(24);
  const days = new Set(stay.map((kept) => new Date(kept.atMs + 8 * HOUR).toISOString().slice(0, 10)));
  const months = new Set([...days].map((day) => day.slice(0, 7)));
  expect(days.size).toBe(31 + 22);
  expect(months.size).toBe(24);
  expect(stay.length).toBeLessThan(24 + 31 + 24);
});

it('of a day the last one stays, by the site’s midnight', () => {
  const before = made(Date.parse('2026-03-01T23:50:00+08:00'));
  const earlier = made(Date.parse('2026-03-01T09:00:00+08:00'));
  const all = [...hourly(30), before, earlier];
  expect(staying(all)).toContain(before);
  expect(disposable(all, NOW, ZONE)).toContain(earlier);
});

it.each([
  ['handover', 61, true],
  ['handover', 63, false],
  ['migration', 61, true],
  ['hourly', 61, false],
  ['manual', 61, false],
] as const)('one made for %s %i days ago: stays %s', (reason, days, stays) => {
  const old = made(NOW - days * DAY, reason);
  const later = Array.from({ length: 4 * 62 }, (_, n) => made(NOW - n * 6 * HOUR));
  const latest = made(NOW - days * DAY + HOUR);
  expect(staying([...later, latest, old]).includes(old)).toBe(stays);
});

it('the newest stays although the clock says it is years old or still to come', () => {
  for (const offset of [-20 * 365 * DAY, 5 * 365 * DAY]) {
    const only = made(NOW + offset);
    expect(staying([only])).toEqual([only]);
  }
});

it('what holds most of the record stays although the clock was wrong when it was made', () => {
  const best = { ...made(NOW - 5 * 365 * DAY), seq: 2 * 10 ** 9 };
  expect(staying([...hourly(24 * 40), ...hourly(24 * 800).filter((_, n) => n % 24 === 0), best])).toContain(
    best,
  );
});

it('nothing to keep is nothing to throw away', () => {
  expect(disposable([], NOW, ZONE)).toEqual([]);
});
