import { describe, expect, it } from 'vitest';
import { stepsBetween } from '../alarms/plan.ts';
import { DeskError } from '../errors.ts';
import { defaultLimits } from '../settings/types.ts';
import { instant } from '../time/zone.ts';
import {
  firstShiftSpan,
  handoverLateness,
  handoverSeries,
  lateBy,
  reliefSpan,
  requireRelieved,
  requireTwoPeople,
} from './rules.ts';
import type { Crew } from './types.ts';

const calendar = { timeZone: 'Asia/Shanghai', changeover: '08:30' };
const at = (date: string, clock: string) => instant(date, clock, calendar.timeZone);

/** The code a rule refuses with, `ok` when it does not. */
const verdict = (rule: () => void): string => {
  try {
    rule();
    return 'ok';
  } catch (error) {
    return error instanceof DeskError ? error.code : 'bug';
  }
};

describe('two people always keep the desk', () => {
  it.each<[name: string, crew: Partial<Crew>, verdict: string]>([
    ['lead and liaison', {}, 'ok'],
    ['lead and officer', { liaisonId: 'lead', officerIds: ['officer'] }, 'ok'],
    ['one person in two duties', { liaisonId: 'lead' }, 'invalid'],
    ['one person in three duties', { liaisonId: 'lead', officerIds: ['lead'] }, 'invalid'],
    ['a leader on duty does not count', { liaisonId: 'lead', leaderOnDutyId: 'leader' }, 'invalid'],
  ])('%s → %s', (_name, crew, expected) => {
    const whole = {
      shiftLeadId: 'lead',
      liaisonId: 'liaison',
      officerIds: [],
      leaderOnDutyId: null,
      ...crew,
    };
    expect(verdict(() => requireTwoPeople(whole))).toBe(expected);
  });
});

describe('the duty day of a crew that takes an empty desk', () => {
  it.each([
    ['08:30', '2026-03-11'],
    ['12:00', '2026-03-11'],
    ['07:29', '2026-03-10'],
    ['07:30', '2026-03-11'],
    ['02:00', '2026-03-10'],
  ])('at %s is %s', (clock, day) => {
    const span = firstShiftSpan(at('2026-03-11', clock), calendar);
    expect(span).toEqual({ dutyDay: day, startMs: at(day, '08:30'), endMs: at(day, '08:30') + 86_400_000 });
  });
});

describe('the relief', () => {
  const holder = { dutyDay: '2026-12-31', plannedEndMs: at('2027-01-01', '08:30') };
  it('has the next duty day', () => {
    expect(reliefSpan(holder, false, at('2027-01-01', '08:20'), calendar)).toEqual({
      dutyDay: '2027-01-01',
      startMs: at('2027-01-01', '08:30'),
      endMs: at('2027-01-02', '08:30'),
    });
  });
  it('of an extra handover has the rest of the same day', () => {
    const now = at('2026-12-31', '15:07');
    expect(reliefSpan(holder, true, now, calendar)).toEqual({
      dutyDay: '2026-12-31',
      startMs: now,
      endMs: holder.plannedEndMs,
    });
  });
});

it.each([
  [-60_000, 0],
  [0, 0],
  [1, 1],
  [60_000, 1],
  [60_001, 2],
])('%i ms after the planned start is %i minutes late', (ms, minutes) => {
  expect(lateBy(1_000_000 + ms, 1_000_000)).toBe(minutes);
});

it.each([
  ['planned', 'ok'],
  ['holding', 'conflict'],
  ['relieved', 'ok'],
] as const)('leaving a shift that is %s → %s', (status, expected) => {
  expect(verdict(() => requireRelieved({ status }))).toBe(expected);
});

describe('a handover', () => {
  const end = at('2026-03-12', '08:30');
  it.each<[signed: string, extra: boolean, late: boolean, minutes: number]>([
    ['08:25', false, false, 0],
    ['08:30', false, false, 0],
    ['08:40', false, false, 10],
    ['08:41', false, true, 11],
    ['15:00', true, false, 0],
  ])('signed at %s (extra %s): late %s, %i minutes', (signed, extra, late, lateMinutes) => {
    const verdictOf = handoverLateness(at('2026-03-12', signed), end, extra, defaultLimits);
    expect(verdictOf).toEqual({ late, lateMinutes });
  });

  it.each<[name: string, relieved: string | null, rings: string[]]>([
    ['not signed', null, ['08:40', '08:45', '08:50']],
    ['signed at the due minute', '08:40', []],
    ['signed after the second', '08:46', ['08:40', '08:45']],
  ])('rings from 10 minutes after the changeover until both have signed: %s', (_name, relieved, rings) => {
    const shift = {
      id: 's1',
      plannedEndMs: end,
      takenAtMs: end - 86_400_000,
      relievedAtMs: relieved ? at('2026-03-12', relieved) : null,
    };
    const steps = stepsBetween(handoverSeries(shift, defaultLimits), 0, at('2026-03-12', '08:50'));
    expect(steps.map((s) => s.dueAtMs)).toEqual(rings.map((clock) => at('2026-03-12', clock)));
  });
});
