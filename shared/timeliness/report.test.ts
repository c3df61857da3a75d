import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalRate } from '../instructions/clock.ts';
import { given, min, received, type Step } from '../instructions/testing/story.ts';
import type { Dispatch, Instruction } from '../instructions/types.ts';
import { defaultLimits } from '../settings/types.ts';
import { instant, MINUTE } from '../time/zone.ts';
import { type TimelinessContext, timelinessOf } from './report.ts';
import { type Grouping, groupings, stages, timedStages } from './types.ts';

const zone = 'Asia/Shanghai';
const ctx = (over: Partial<TimelinessContext> = {}): TimelinessContext => ({
  nowMs: min(600),
  timeZone: zone,
  limits: defaultLimits,
  categories: new Map([[1, '广告牌']]),
  grids: new Map([['01', '新华网格']]),
  ...over,
});
const reportOf = (
  list: readonly Instruction[],
  by: Grouping = 'team',
  over: Partial<TimelinessContext> = {},
) => timelinessOf(list, by, ctx(over));
const totalOf = (...list: Instruction[]) => reportOf(list).total;

/** From a call to its report back: sent after 2 min, there after 20 min more, known at 40, told at 45. */
const whole: Step[] = [
  [2, 'dispatch'],
  [22, 'onScene', { text: '有序' }],
  [23, 'confirmScope'],
  [40, 'resolve'],
  [45, 'reportBack'],
];

describe('the four spans of one instruction', () => {
  it('acceptance, dispatch, arrival and report back, each into its bucket', () => {
    const total = totalOf(given(whole, { issuedAtMs: min(-4) }));
    expect(Object.fromEntries(stages.map((s) => [s, total.stages[s].counts]))).toEqual({
      acceptance: [0, 0, 1, 0, 0],
      dispatch: [0, 1, 0, 0, 0],
      arrival: [0, 1, 0, 0, 0, 0],
      reportBack: [1, 0, 0, 0, 0],
    });
    expect(stages.map((s) => total.stages[s].medianMinutes)).toEqual([4, 2, 20, 5]);
    expect(timedStages.map((s) => total.rates[s])).toEqual([
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 1 },
    ]);
  });

  it('a bucket holds its upper end', () => {
    const at = (minutes: number) => totalOf(given([[minutes, 'dispatch']])).stages.dispatch.counts.indexOf(1);
    expect([0, 1, 1.001, 3, 10, 11].map(at)).toEqual([0, 0, 1, 1, 3, 4]);
  });

  it('what was rounded up counts as no time, never as less', () => {
    const total = totalOf(given([], { issuedAtMs: min(3) }));
    expect(total.stages.acceptance).toMatchObject({ measured: 1, medianMinutes: 0 });
  });

  it('what runs is pending, and late as soon as its limit has passed', () => {
    const waiting = given([]);
    const rates = (nowMs: number) => reportOf([waiting], 'team', { nowMs }).total;
    expect(rates(min(3)).stages.dispatch).toMatchObject({ measured: 0, pending: 1, medianMinutes: null });
    expect(rates(min(3)).rates.dispatch).toEqual({ numerator: 0, denominator: 0 });
    expect(rates(min(4)).rates.dispatch).toEqual({ numerator: 0, denominator: 1 });
  });

  it('the result of a paper form is not measured, and that is said', () => {
    const report = reportOf([given(whole, { backEnteredAtMs: min(0) })]);
    expect(report.total.stages.reportBack).toMatchObject({ measured: 0, pending: 0 });
    expect(report.leftOut.backEntered).toBe(1);
  });

  it('the limit at receipt judges, not a later one', () => {
    const limits = { ...defaultLimits, dispatchMinutes: 1 };
    expect(totalOf(given(whole, { limits })).rates.dispatch).toEqual({ numerator: 0, denominator: 1 });
  });
});

describe('arrivals', () => {
  const sent = (steps: Step[]) => given([[0, 'dispatch'], ...steps]);
  it.each<[string, Step[], string]>([
    ['on time', [[30, 'onScene']], '1/1 late 0'],
    ['late', [[31, 'onScene']], '0/1 late 1'],
    [
      'late and explained',
      [
        [20, 'delayed'],
        [31, 'onScene'],
      ],
      '0/1 late 1',
    ],
    [
      'the clock begins when the order is taken',
      [
        [9, 'take'],
        [38, 'onScene'],
      ],
      '1/1 late 0',
    ],
    ['not there, limit over', [], '0/1 late 1'],
    ['called back in time', [[29, 'recall']], '0/0 late 0'],
    ['called back too late', [[31, 'recall']], '0/1 late 1'],
  ])('%s: %s', (_name, steps, expected) => {
    const { total, late } = reportOf([sent(steps)]);
    const { numerator, denominator } = total.rates.arrival;
    expect(`${numerator}/${denominator} late ${late.length}`).toBe(expected);
  });

  it('says in the late list what was explained, and how late it was', () => {
    const { late } = reportOf([
      sent([
        [25, 'delayed', { reason: '道路积雪' }],
        [33.5, 'onScene'],
      ]),
    ]);
    expect(late).toEqual([
      expect.objectContaining({
        team: '行动组',
        deadlineMs: min(30),
        arrivedAtMs: min(33.5),
        recalledAtMs: null,
        lateMinutes: 4,
        explanations: [{ reason: '道路积雪', explainedTo: '110', explainedAtMs: min(25) }],
      }),
    ]);
  });

  it('counts lateness up to the recall, else up to now', () => {
    const minutes = (steps: Step[]) =>
      reportOf([sent(steps)], 'team', { nowMs: min(90) }).late[0]?.lateMinutes;
    expect([minutes([]), minutes([[40, 'recall']])]).toEqual([60, 10]);
  });
});

it('leaves out what was declined, linked or voided, and says how many', () => {
  const report = reportOf([
    given(whole),
    given([[1, 'decline']]),
    given([[1, 'duplicate']]),
    given([
      [1, 'dispatch'],
      [50, 'void'],
    ]),
  ]);
  expect(report.total.instructions).toBe(1);
  expect(report.late).toEqual([]);
  expect(report.leftOut).toEqual({ declined: 1, duplicates: 1, voided: 1, backEntered: 0 });
});

describe('groups', () => {
  const keys = (list: Instruction[], by: Grouping, over: Partial<TimelinessContext> = {}) =>
    reportOf(list, by, over).groups.map((g) => [g.key, g.label, g.instructions]);
  const dispatchTo = (id: string, name: string, atMin: number): Partial<Dispatch> => ({
    id: `d-${id}-${atMin}`,
    to: { kind: 'group', id, name },
    dispatchedAtMs: min(atMin),
  });
  const withTeams = (id: string, ...teams: Partial<Dispatch>[]) => {
    const [like] = given([[0, 'dispatch']]).dispatches;
    if (!like) throw new Error('no team');
    return received({ id, state: 'dispatched', dispatches: teams.map((t) => ({ ...like, ...t })) });
  };

  it('by team: the call belongs to the first sent, the arrival to who arrived', () => {
    const both = withTeams('i1', dispatchTo('b', '乙组', 5), dispatchTo('a', '甲组', 2));
    const one = withTeams('i2', dispatchTo('b', '乙组', 1));
    const { groups } = reportOf([both, one, received({ id: 'i3' })]);
    expect(
      groups.map((g) => [g.label, g.instructions, g.stages.dispatch.measured, g.rates.arrival.denominator]),
    ).toEqual([
      ['乙组', 2, 1, 2],
      ['甲组', 1, 1, 1],
      ['', 1, 0, 0],
    ]);
  });

  it('by category and grid: in the order of their numbers, what has none last', () => {
    const list = [null, 10, 2, 1].map((categoryNo, n) => received({ id: `i${n}`, categoryNo }));
    expect(keys(list, 'category')).toEqual([
      ['1', '广告牌', 1],
      ['2', '2', 1],
      ['10', '10', 1],
      ['', '', 1],
    ]);
    expect(keys([received({ gridNo: '01' }), received({ id: 'i2' })], 'grid')).toEqual([
      ['01', '01 新华网格', 1],
      ['', '', 1],
    ]);
  });

  it.each([
    ['Asia/Shanghai', '2026-03-11', '23:59', '23'],
    ['Asia/Shanghai', '2026-03-12', '00:00', '00'],
    ['Europe/Berlin', '2026-03-29', '03:30', '03'],
    ['Europe/Berlin', '2026-10-25', '02:30', '02'],
  ])('by hour on the wall clock of %s: %s %s → %s', (timeZone, date, clock, hour) => {
    const receivedAtMs = instant(date, clock, timeZone);
    expect(keys([received({ receivedAtMs })], 'hour', { timeZone })[0]?.[0]).toBe(hour);
  });
});

describe('for any instructions', () => {
  const minute = fc.integer({ min: 0, max: 120 });
  const dispatch = fc.record({
    team: fc.constantFrom('a', 'b', 'c'),
    sent: minute,
    taken: fc.option(minute),
    arrived: fc.option(fc.integer({ min: -3, max: 200 })),
    recalled: fc.option(minute),
  });
  const made = fc
    .record({
      issued: fc.integer({ min: -30, max: 5 }),
      category: fc.option(fc.integer({ min: 1, max: 3 })),
      state: fc.constantFrom('received', 'handling', 'resolved', 'closed', 'voided', 'declined' as const),
      teams: fc.array(dispatch, { maxLength: 4 }),
      result: fc.option(minute),
      told: fc.option(minute),
      hours: fc.integer({ min: 0, max: 200 }),
    })
    .map((m, n = 0): Instruction => {
      const [like] = given([[0, 'dispatch']]).dispatches;
      if (!like) throw new Error('no team');
      const dispatches = m.teams.map(
        (d, k): Dispatch => ({
          ...like,
          id: `d${k}`,
          to: { kind: 'group', id: d.team, name: d.team },
          dispatchedAtMs: min(d.sent),
          takenAtMs: d.taken === null ? null : min(d.taken),
          arrivedAtMs: d.arrived === null ? null : min(d.arrived),
          recalled: d.recalled === null || d.arrived !== null ? null : { atMs: min(d.recalled), reason: '' },
        }),
      );
      return received({
        id: `i${n}-${m.hours}-${m.issued}`,
        state: m.state,
        issuedAtMs: min(m.issued),
        receivedAtMs: min(0) + m.hours * 60 * MINUTE,
        categoryNo: m.category,
        dispatches,
        disposition: m.result === null ? null : { text: '', code: '', recordedAtMs: min(m.result) },
        reportBack:
          m.told === null
            ? null
            : { to: '', reportedAtMs: min(m.told), recordedAtMs: min(m.told), linked: [] },
      });
    });
  const many = fc.array(made, { maxLength: 25 });

  it('buckets sum to what was measured, groups to the total, and no rate exceeds its denominator', () => {
    fc.assert(
      fc.property(many, fc.constantFrom(...groupings), minute, (list, by, now) => {
        const { total, groups } = reportOf(list, by, { nowMs: min(now) });
        for (const g of [total, ...groups]) {
          for (const s of stages) {
            const { counts, measured } = g.stages[s];
            expect(counts.reduce((a, b) => a + b, 0)).toBe(measured);
          }
          for (const s of timedStages) {
            expect(g.rates[s].numerator).toBeLessThanOrEqual(g.rates[s].denominator);
          }
        }
        const sum = (of: (g: typeof total) => number) => groups.reduce((a, g) => a + of(g), 0);
        for (const s of stages) {
          expect(sum((g) => g.stages[s].measured)).toBe(total.stages[s].measured);
          expect(sum((g) => g.stages[s].pending)).toBe(total.stages[s].pending);
        }
        for (const s of timedStages) {
          expect(sum((g) => g.rates[s].numerator)).toBe(total.rates[s].numerator);
          expect(sum((g) => g.rates[s].denominator)).toBe(total.rates[s].denominator);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the arrival rate is the one every other place shows, and its misses are the late list', () => {
    fc.assert(
      fc.property(many, minute, (list, now) => {
        const nowMs = min(now);
        const { total, late } = reportOf(list, 'team', { nowMs });
        const counted = list.filter((i) => i.state !== 'declined');
        expect(total.rates.arrival).toEqual(arrivalRate(counted, nowMs));
        expect(late.length).toBe(total.rates.arrival.denominator - total.rates.arrival.numerator);
      }),
      { numRuns: 100 },
    );
  });
});
