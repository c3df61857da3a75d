import { describe, expect, it } from 'vitest';
import { arrivalDeadlineMs, arrivalRate, isLate, lateMinutes } from './clock.ts';
import { given, min, type Step } from './testing/story.ts';
import type { Instruction } from './types.ts';

const SECOND = 1000;
const firstTeam = (i: Instruction) => {
  const [first] = i.dispatches;
  if (!first) throw new Error('no team was sent');
  return first;
};
const sent = (input = {}): Step => [1, 'dispatch', input];
const taken = sent({ takenAtMs: min(2) });
const zone = (at: number, to: string): Step => [at, 'correct', { field: 'zone', zone: to }];

describe('the arrival limit counts from the taking, provisionally from the dispatch', () => {
  it.each<[name: string, steps: Step[], start: Partial<Instruction>, deadline: number]>([
    ['nobody has taken it', [sent()], {}, 31],
    ['taken at dispatch', [taken], {}, 32],
    ['taken by somebody, no time said', [sent({ takenBy: '霍长风' })], {}, 31],
    ['taken later', [sent(), [4, 'take', { takenAtMs: min(3) }]], {}, 33],
    ['other zone', [taken], { zone: 'other' }, 62],
    ['zone corrected outwards', [taken, zone(5, 'other')], {}, 62],
    ['zone corrected inwards', [taken, zone(5, 'mainUrban')], { zone: 'other' }, 32],
    ['taking corrected', [taken, [9, 'correct', { field: 'takenAt', timeMs: min(7) }]], {}, 37],
  ])('%s', (_name, steps, start, deadline) => {
    expect(arrivalDeadlineMs(firstTeam(given(steps, start)))).toBe(min(deadline));
  });

  it('each team has its own clock', () => {
    const i = given([taken, [10, 'dispatch'], [12, 'take', { dispatchId: 't2', takenAtMs: min(11) }]]);
    expect(i.dispatches.map(arrivalDeadlineMs)).toEqual([min(32), min(41)]);
  });
});

describe('lateness', () => {
  const arrived = (atMs: number): Step[] => [taken, [59, 'onScene', { arrivedAtMs: atMs }]];
  it.each<[name: string, steps: Step[], late: boolean, minutes: number | null]>([
    ['long before', arrived(min(20)), false, 0],
    ['to the second', arrived(min(32)), false, 0],
    ['a second over rounds up', arrived(min(32) + SECOND), true, 1],
    ['eight minutes', arrived(min(40)), true, 8],
    ['eight minutes, explained', [taken, [20, 'delayed'], ...arrived(min(40)).slice(1)], true, 8],
    [
      'arrival corrected to in time',
      [...arrived(min(40)), [60, 'correct', { field: 'arrivedAt', timeMs: min(30) }]],
      false,
      0,
    ],
    ['zone corrected after arrival', [...arrived(min(40)), zone(60, 'other')], false, 0],
    [
      'taking corrected after arrival',
      [...arrived(min(40)), [60, 'correct', { field: 'takenAt', timeMs: min(1) }]],
      true,
      9,
    ],
    ['not there, limit passed', [taken], true, null],
    ['recalled in time', [taken, [20, 'recall']], false, null],
    ['recalled after the limit', [taken, [33, 'recall']], true, null],
  ])('%s', (_name, steps, late, minutes) => {
    const team = firstTeam(given(steps));
    expect({ late: isLate(team, min(60)), minutes: lateMinutes(team) }).toEqual({ late, minutes });
  });

  it('begins after the limit, not at it', () => {
    const team = firstTeam(given([taken]));
    expect([isLate(team, min(32)), isLate(team, min(32) + 1)]).toEqual([false, true]);
  });
});

it.each<[name: string, days: Step[][], numerator: number, denominator: number]>([
  ['nothing sent', [[], [[1, 'decline']]], 0, 0],
  [
    'on time, late, still on the way',
    [[taken, [9, 'onScene']], [taken, [40, 'onScene']], [[50, 'dispatch']]],
    1,
    2,
  ],
  ['an expired limit counts against', [[taken]], 0, 1],
  ['recalled in time is not judged', [[taken, [20, 'recall']]], 0, 0],
  ['per team', [[taken, [2, 'dispatch'], [9, 'onScene'], [50, 'onScene']]], 1, 2],
  [
    'voided and duplicate are left out',
    [
      [taken, [40, 'void']],
      [taken, [40, 'duplicate']],
    ],
    0,
    0,
  ],
])('the on-time rate: %s', (_name, days, numerator, denominator) => {
  const all = days.map((steps) => given(steps));
  expect(arrivalRate(all, min(60))).toEqual({ numerator, denominator });
});
