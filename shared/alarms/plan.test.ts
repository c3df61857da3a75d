import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDueThenClass } from './order.ts';
import { stepsBetween } from './plan.ts';
import { type AlarmSeries, type AlarmStep, alarmClasses, alarmLevel } from './types.ts';

const series = (over: Partial<AlarmSeries> = {}): AlarmSeries => ({
  class: 'arrivalOverdue',
  subjectId: 's',
  firstDueAtMs: 100,
  everyMs: 10,
  bornAtMs: 0,
  settledAtMs: Number.POSITIVE_INFINITY,
  ringsWhenBornLate: true,
  ...over,
});
const due = (s: AlarmSeries, after: number, until: number) =>
  stepsBetween(s, after, until).map((step) => step.dueAtMs);

describe('the steps of a span', () => {
  it.each<[name: string, over: Partial<AlarmSeries>, after: number, until: number, due: number[]]>([
    ['before the first', {}, 0, 99, []],
    ['the end belongs to it', {}, 0, 100, [100]],
    ['the beginning does not', {}, 100, 109, []],
    ['repeats', {}, 99, 125, [100, 110, 120]],
    ['far into an old series', {}, 1_000_000_004, 1_000_000_025, [1_000_000_010, 1_000_000_020]],
    ['without repeat', { everyMs: null }, 0, 500, [100]],
    ['settled at the due time', { settledAtMs: 110 }, 0, 500, [100]],
    ['settled one later', { settledAtMs: 111 }, 0, 500, [100, 110]],
    ['learned late: only the last that had passed, at birth', { bornAtMs: 125 }, 0, 130, [120, 130]],
    ['learned late: not before birth', { bornAtMs: 125 }, 0, 124, []],
    ['learned after it was settled', { bornAtMs: 125, settledAtMs: 123 }, 0, 500, []],
    ['learned late: it rings once', { bornAtMs: 125 }, 125, 129, []],
    ['learned late and silent about the past', { bornAtMs: 125, ringsWhenBornLate: false }, 0, 130, [130]],
    ['learned at the due time', { bornAtMs: 110, ringsWhenBornLate: false }, 0, 110, [110]],
    [
      'a single one learned late and silent',
      { bornAtMs: 125, everyMs: null, ringsWhenBornLate: false },
      0,
      500,
      [],
    ],
    ['silenced steps count on', { silent: ({ repeat }) => repeat === 1 }, 0, 120, [100, 120]],
  ])('%s', (_name, over, after, until, expected) => {
    expect(due(series(over), after, until)).toEqual(expected);
  });

  it('numbers the repeats, silenced ones included', () => {
    const s = series({ silent: ({ repeat }) => repeat === 1 });
    expect(stepsBetween(s, 0, 120).map((step) => step.repeat)).toEqual([0, 2]);
  });

  it('asking tick by tick gives the same as asking once', () => {
    const span = fc.record({
      firstDueAtMs: fc.integer({ min: 0, max: 60 }),
      everyMs: fc.option(fc.integer({ min: 1, max: 20 })),
      bornAtMs: fc.integer({ min: 0, max: 90 }),
      settledAtMs: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constant(Number.POSITIVE_INFINITY)),
      ringsWhenBornLate: fc.boolean(),
    });
    const ticks = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 30 });
    fc.assert(
      fc.property(span, ticks, (over, times) => {
        const s = series(over);
        const cuts = [-1, ...times.sort((a, b) => a - b), 120];
        const asked = cuts.slice(1).flatMap((until, n) => due(s, cuts[n] ?? -1, until));
        expect(asked).toEqual(due(s, -1, 120));
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});

it('orders by time, then class, then number, then repeat', () => {
  const step = (dueAtMs: number, c: AlarmStep['class'], subjectId = 'a', repeat = 0): AlarmStep => ({
    class: c,
    subjectId,
    dueAtMs,
    repeat,
  });
  const ordered = [
    step(1, 'handoverLate'),
    step(2, 'dispatchDue', 'b'),
    step(2, 'arrivalOverdue', 'a'),
    step(2, 'arrivalOverdue', 'b'),
    step(2, 'arrivalOverdue', 'b', 1),
    step(2, 'followUpDue', 'a'),
  ];
  expect([...ordered].reverse().sort(byDueThenClass((id) => id))).toEqual(ordered);
});

it('gives every class a level', () => {
  expect(Object.keys(alarmLevel)).toEqual([...alarmClasses]);
});
