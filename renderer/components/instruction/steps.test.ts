import { expect, test } from 'vitest';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import { untouched } from '../../../shared/instructions/record.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import { defaultLimits } from '../../../shared/settings/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { aboutFirst, answerTo, cardSteps, possibleSteps } from './steps.ts';
import { leftOf, levelAt, timingOf } from './timing.ts';

const roles = ['liaison'];
const start = Date.UTC(2026, 2, 11, 19, 0);

const team = (patch: Partial<Dispatch> = {}): Dispatch => ({
  id: 'd1',
  to: { kind: 'group', id: 'g', name: '行动组' },
  dispatchedAtMs: start,
  limitMinutes: 30,
  takenBy: '霍长风',
  takenAtMs: start,
  clockSetAtMs: start,
  recalled: null,
  leftAtMs: start,
  members: [],
  vehicle: '',
  uniformed: null,
  explanations: [],
  arrivedAtMs: null,
  arrivalRecordedAtMs: null,
  sceneText: '',
  sceneRecordedAtMs: null,
  returnedAtMs: null,
  despite: '',
  ...patch,
});

const instruction = (patch: Partial<Instruction> = {}): Instruction => ({
  ...untouched,
  dispatches: [],
  notices: [],
  orders: [],
  followUps: [],
  earlierResults: [],
  id: 'i',
  number: '2026-000001',
  centreNo: '',
  issuedAtMs: start,
  receivedAtMs: start,
  receivedBy: 'p',
  shiftId: 's',
  caller: '',
  phone: '',
  place: '老地方',
  zone: 'mainUrban',
  gridNo: null,
  categoryNo: 1,
  text: '占道',
  severity: 'ordinary',
  severityAtMs: start,
  ...patch,
});

const at = (minutes: number) => start + minutes * MINUTE;
const mainAt = (i: Instruction, minutes: number) =>
  cardSteps(i, obligationsOf(i, at(minutes), defaultLimits), roles);

test('a new instruction asks for dispatch, with a clock of three minutes', () => {
  const i = instruction();
  expect(mainAt(i, 1).main).toBe('dispatch');
  const timing = timingOf(i, obligationsOf(i, at(1), defaultLimits), defaultLimits);
  expect(timing).toMatchObject({ code: 'dispatch', dueMs: at(3) });
});

test('a team on its way asks for arrival; the clock warns ten minutes before and turns critical at the limit', () => {
  const i = instruction({ state: 'enRoute', dispatches: [team()] });
  expect(mainAt(i, 5).main).toBe('onScene');
  const timing = timingOf(i, obligationsOf(i, at(5), defaultLimits), defaultLimits);
  expect(timing && [levelAt(timing, at(19)), levelAt(timing, at(20)), levelAt(timing, at(30))]).toEqual([
    0, 2, 1,
  ]);
  expect(mainAt(i, 31)).toEqual({ main: 'onScene', others: ['delayed'] });
});

test('a serious one is told to the deputy before the arrival is due', () => {
  const i = instruction({ state: 'enRoute', severity: 'serious', dispatches: [team()] });
  expect(mainAt(i, 1)).toMatchObject({ main: 'notify', others: ['onScene', 'reinforce'] });
});

test('nothing owed means it may be closed, by who may', () => {
  const i = instruction({
    state: 'resolved',
    dispatches: [
      team({ arrivedAtMs: at(9), arrivalRecordedAtMs: at(9), sceneText: '已到', sceneRecordedAtMs: at(9) }),
    ],
    disposition: { text: '已清理', code: '', recordedAtMs: at(20) },
    reportBack: { to: '110', reportedAtMs: at(22), recordedAtMs: at(22), linked: [] },
  });
  expect(mainAt(i, 25).main).toBe('close');
  expect(cardSteps(i, [], ['supervisor']).main).toBeNull();
});

test('only a shift lead may void; reinforcement needs a first team', () => {
  expect(possibleSteps(instruction(), roles)).not.toContain('void');
  expect(possibleSteps(instruction(), ['shiftLead'])).toContain('void');
  expect(possibleSteps(instruction(), roles)).not.toContain('reinforce');
});

test('a clock set back never shows more than the whole limit, and bears on when time has come that far again', () => {
  const i = instruction({ state: 'dispatched', dispatches: [team()] });
  const timing = timingOf(i, obligationsOf(i, at(5), defaultLimits), defaultLimits);
  expect(timing && [-60, 0, 5, 30, 31].map((minute) => leftOf(timing, at(minute)) / MINUTE)).toEqual([
    30, 30, 25, 0, -1,
  ]);
});

const ordered = {
  id: 'o1',
  who: '沈若衡',
  text: '加派登高车',
  owner: '霍长风',
  dueAtMs: at(90),
  recordedAtMs: at(2),
  done: null,
};

test('重大: deputy and head are each told by their own line, the deputy first', () => {
  const i = instruction({ state: 'enRoute', severity: 'grave', dispatches: [team()] });
  const owed = obligationsOf(i, at(1), defaultLimits);
  expect(owed.map((o) => answerTo(o)).filter((a) => a.step === 'notify')).toEqual([
    { step: 'notify', about: { tell: 'deputy' } },
    { step: 'notify', about: { tell: 'head' } },
  ]);
  expect(aboutFirst('notify', owed)).toEqual({ tell: 'deputy' });
  expect(aboutFirst('onScene', owed)).toEqual({ dispatchId: 'd1' });
});

test('a leader’s order has its own clock and button', () => {
  const i = instruction({ state: 'handling', orders: [ordered] });
  const owed = obligationsOf(i, at(10), defaultLimits);
  expect(mainAt(i, 10).main).toBe('orderDone');
  expect(aboutFirst('orderDone', owed)).toEqual({ orderId: 'o1' });
  expect(timingOf(i, owed, defaultLimits)).toMatchObject({ startMs: at(2), dueMs: at(90) });
});

test('what was handed over cannot be confirmed ours; a team comes back once it has gone', () => {
  expect(possibleSteps(instruction({ state: 'transferred' }), roles)).not.toContain('inScope');
  const steps = (patch: Partial<Dispatch>) =>
    possibleSteps(instruction({ state: 'dispatched', dispatches: [team(patch)] }), roles);
  expect(steps({ leftAtMs: null })).not.toContain('returned');
  expect(steps({})).toContain('returned');
  expect(steps({ returnedAtMs: at(60) })).not.toContain('returned');
});

test('a wrong end is taken back by a shift lead only', () => {
  expect(possibleSteps(instruction({ state: 'voided' }), roles)).toEqual([]);
  expect(possibleSteps(instruction({ state: 'voided' }), ['shiftLead'])).toEqual(['restore']);
});
