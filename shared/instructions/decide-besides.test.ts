import { describe, expect, it } from 'vitest';
import { given, min, type Step, verdict, wayTo } from './testing/story.ts';

type Case = [given: Step[], step: Step, verdict: string];
const two: Step[] = [
  [1, 'dispatch'],
  [2, 'dispatch'],
];
const refuses = (cases: Case[]) =>
  it.each(cases)('%j then %j → %s', (steps, step, expected) => {
    expect(verdict(given(steps), step)).toBe(expected);
  });

const order = { text: '增派力量', owner: '大队', dueAtMs: min(60) };

describe("a follow-up's progress and its reminder", () => {
  refuses([
    [wayTo.followUp, [30, 'followUpNote'], 'ok'],
    [wayTo.followUp, [30, 'followUpNote', { dueAtMs: min(30) }], 'invalid:dueAtMs:dueInPast'],
    [wayTo.followUp, [30, 'followUpNote', { remindAtMs: min(30) }], 'invalid:remindAtMs:dueInPast'],
    [wayTo.followUp, [30, 'followUpNote', { remindAtMs: min(600) }], 'invalid:remindAtMs:remindAfterDue'],
    [wayTo.followUp, [30, 'followUpNote', { dueAtMs: min(900), remindAtMs: min(600) }], 'ok'],
    [wayTo.handling, [20, 'followUp', { remindAtMs: min(601) }], 'invalid:remindAtMs:remindAfterDue'],
    [[...wayTo.followUp, [30, 'followUpDone']], [31, 'followUpNote'], 'conflict:noFollowUp'],
  ]);
});

describe("leaders' orders", () => {
  const ordered: Step = [2, 'notify', { order }];
  refuses([
    [[], [60, 'notify', { order }], 'invalid:order.dueAtMs:dueInPast'],
    [[], [5, 'orderDone'], 'conflict:noOrder'],
    [[ordered], [5, 'orderDone'], 'ok'],
    [[ordered], [5, 'orderDone', { orderId: 'o9' }], 'conflict:noOrder'],
    [[ordered, [5, 'orderDone']], [6, 'orderDone', { orderId: 'o1' }], 'conflict:orderDone'],
    [[...wayTo.resolved, [21, 'reportBack'], [22, 'notify', { order }]], [23, 'close'], 'owed:leaderOrder'],
    [
      [...wayTo.resolved, [21, 'notify', { order }], [22, 'orderDone'], [23, 'reportBack']],
      [24, 'close'],
      'ok',
    ],
  ]);
});

describe('who went, and when they came back', () => {
  refuses([
    [[[1, 'dispatch']], [2, 'turnout'], 'ok'],
    [wayTo.closed, [60, 'turnout'], 'ok'],
    [wayTo.closed, [60, 'returned'], 'ok'],
    [wayTo.onScene, [20, 'returned', { returnedAtMs: min(9) }], 'invalid:returnedAtMs:beforeArrival'],
    [wayTo.onScene, [20, 'returned', { returnedAtMs: min(26) }], 'invalid:returnedAtMs:future'],
    [
      [...wayTo.onScene, [20, 'returned']],
      [21, 'returned', { dispatchId: 't1' }],
      'conflict:alreadyReturned',
    ],
    [
      [...two, [3, 'recall', { dispatchId: 't2' }]],
      [4, 'turnout', { dispatchId: 't2' }],
      'conflict:teamRecalled',
    ],
  ]);
});

describe('a target where nobody is available', () => {
  it.each<[targetAvailable: boolean | undefined, despite: string, expected: string]>([
    [true, '', 'ok'],
    [undefined, '', 'ok'],
    [false, '', 'invalid:despite:nobodyAvailable'],
    [false, '队长电话答应带人去', 'ok'],
  ])('available %s, reason %j → %s', (targetAvailable, despite, expected) => {
    expect(verdict(given([]), [1, 'dispatch', { despite }], { targetAvailable })).toBe(expected);
  });
});

describe('a form entered afterwards', () => {
  const step = (dispatchedAtMs: number): Step => [90, 'dispatch', { dispatchedAtMs }];
  it.each<[name: string, backEnteredAtMs: number | null, dispatchedAtMs: number, expected: string]>([
    ['has its own time of dispatch', min(90), min(2), 'ok'],
    ['not before its receipt', min(90), min(-1), 'invalid:dispatchedAtMs:beforeReceipt'],
    ['not ahead of the clock', min(90), min(96), 'invalid:dispatchedAtMs:future'],
    ['which no other instruction has', null, min(2), 'invalid:dispatchedAtMs:backEntryOnly'],
  ])('%s', (_name, backEnteredAtMs, dispatchedAtMs, expected) => {
    expect(verdict(given([], { backEnteredAtMs }), step(dispatchedAtMs))).toBe(expected);
  });
});

describe('disposition codes', () => {
  it.each<[code: string | undefined, expected: string]>([
    ['到场未发现', 'ok'],
    [undefined, 'invalid:codeId:unknownCode'],
  ])('%s → %s', (dispositionCode, expected) => {
    const resolve: Step = [20, 'resolve', { codeId: 'c1' }];
    expect(verdict(given(wayTo.handling), resolve, { dispositionCode })).toBe(expected);
  });
});
