import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../settings/types.ts';
import { type ObligationCode, obligationsOf } from './obligations.ts';
import { DEPUTY, given, HEAD, min, START, type Step, wayTo } from './testing/story.ts';
import type { InstructionState } from './types.ts';

const owed = (steps: Step[], minute: number) =>
  obligationsOf(given(steps), min(minute), defaultLimits).map((o) => o.code);

describe('each state owes', () => {
  it.each<[InstructionState, ObligationCode[]]>([
    ['received', ['dispatch']],
    ['declined', []],
    ['dispatched', ['arrival']],
    ['enRoute', ['arrival']],
    ['onScene', ['confirmScope']],
    ['handling', ['resolve', 'reportBack']],
    ['outOfScopeOnScene', ['transfer']],
    ['transferred', []],
    ['followUp', ['followUp']],
    ['resolved', ['reportBack']],
    ['closed', []],
    ['voided', []],
  ])('%s → %j', (state, codes) => {
    expect(owed(wayTo[state], 30)).toEqual(codes);
  });
});

describe('besides', () => {
  const two: Step[] = [
    [1, 'dispatch'],
    [2, 'dispatch'],
  ];
  const raise = (to: string, input = {}): Step => [12, 'raiseSeverity', { to, ...input }];
  it.each<[name: string, steps: Step[], minute: number, codes: ObligationCode[]]>([
    ['at the limit nothing more', [[1, 'dispatch']], 31, ['arrival']],
    ['past the limit an explanation', [[1, 'dispatch']], 32, ['arrival', 'explainDelay']],
    [
      'explained before the limit',
      [
        [1, 'dispatch'],
        [20, 'delayed'],
      ],
      32,
      ['arrival'],
    ],
    [
      'arrived late, unexplained',
      [
        [1, 'dispatch'],
        [40, 'onScene', { text: '有序' }],
      ],
      41,
      ['explainDelay', 'confirmScope'],
    ],
    [
      'arrived late, explained afterwards',
      [
        [1, 'dispatch'],
        [40, 'onScene', { text: '有序' }],
        [41, 'delayed'],
      ],
      42,
      ['confirmScope'],
    ],
    [
      'arrived without a report',
      [
        [1, 'dispatch'],
        [9, 'onScene'],
      ],
      10,
      ['sceneReport', 'confirmScope'],
    ],
    ['every team by itself', two, 40, ['arrival', 'arrival', 'explainDelay', 'explainDelay']],
    ['a recalled team owes nothing', [...two, [3, 'recall', { dispatchId: 't1' }]], 10, ['arrival']],
    [
      'all recalled: send again',
      [
        [1, 'dispatch'],
        [2, 'recall'],
      ],
      3,
      ['dispatch'],
    ],
    [
      'reinforcement owes arrival while handling',
      [...wayTo.handling, [12, 'dispatch']],
      13,
      ['arrival', 'resolve', 'reportBack'],
    ],
    [
      'out of scope, the centre not told',
      [...wayTo.onScene, [11, 'confirmScope', { inScope: false }]],
      12,
      ['explainOutOfScope', 'transfer'],
    ],
    [
      'serious: the deputy',
      [...wayTo.handling, raise('serious')],
      13,
      ['notifyDeputy', 'resolve', 'reportBack'],
    ],
    [
      'serious, told with it',
      [...wayTo.handling, raise('serious', { notified: DEPUTY })],
      13,
      ['resolve', 'reportBack'],
    ],
    [
      'serious, somebody else told',
      [...wayTo.handling, raise('serious', { notified: '罗雁秋' })],
      13,
      ['notifyDeputy', 'resolve', 'reportBack'],
    ],
    [
      'grave: deputy and head',
      [...wayTo.handling, raise('grave')],
      13,
      ['notifyDeputy', 'notifyHead', 'resolve', 'reportBack'],
    ],
    [
      'grave, only the head told',
      [...wayTo.handling, raise('grave', { notified: HEAD })],
      13,
      ['notifyDeputy', 'resolve', 'reportBack'],
    ],
    [
      'follow-up done: the result is due',
      [...wayTo.followUp, [30, 'followUpDone']],
      31,
      ['resolve', 'reportBack'],
    ],
    [
      'resolved before the follow-up is done',
      [...wayTo.followUp, [30, 'resolve']],
      31,
      ['reportBack', 'followUp'],
    ],
    ['reported back', [...wayTo.resolved, [21, 'reportBack']], 22, []],
    ['reopened', [...wayTo.closed, [60, 'reopen']], 61, ['resolve', 'reportBack']],
    ['a serious one that was closed owes nothing', [...wayTo.closed], 61, []],
    [
      'a leader needed on scene: the deputy',
      [[1, 'dispatch', { leaderNeeded: true }]],
      2,
      ['arrival', 'notifyDeputy'],
    ],
    [
      'a leader needed on scene, the deputy told since',
      [
        [1, 'dispatch', { leaderNeeded: true }],
        [2, 'notify'],
      ],
      3,
      ['arrival'],
    ],
    [
      'a leader needed on scene, the deputy told of something before',
      [
        [1, 'notify'],
        [2, 'dispatch', { leaderNeeded: true }],
      ],
      3,
      ['arrival', 'notifyDeputy'],
    ],
    [
      "a leader's order until it is done, each by itself",
      [
        ...wayTo.transferred,
        [21, 'notify', { order: { text: '增派', owner: '大队', dueAtMs: min(90) } }],
        [22, 'notify', { order: { text: '写情况', owner: '值班长', dueAtMs: min(80) } }],
      ],
      23,
      ['leaderOrder', 'leaderOrder'],
    ],
    ['a wrong end taken back owes what it owed', [...wayTo.voided, [2, 'restore']], 3, ['dispatch']],
  ])('%s', (_name, steps, minute, codes) => {
    expect(owed(steps, minute)).toEqual(codes);
  });
});

describe('until when', () => {
  it.each<[code: ObligationCode, steps: Step[], dueAtMs: number | null]>([
    ['dispatch', [], min(3)],
    ['arrival', [[1, 'dispatch', { takenAtMs: min(2) }]], min(32)],
    ['explainDelay', [[1, 'dispatch', { takenAtMs: min(2) }]], min(32)],
    [
      'sceneReport',
      [
        [1, 'dispatch'],
        [9, 'onScene', { arrivedAtMs: min(7) }],
      ],
      min(14),
    ],
    ['confirmScope', wayTo.onScene, null],
    ['notifyDeputy', [[10, 'raiseSeverity']], min(15)],
    ['notifyHead', [[10, 'raiseSeverity', { to: 'grave' }]], min(15)],
    ['notifyDeputy', [[10, 'dispatch', { leaderNeeded: true }]], min(15)],
    ['reportBack', wayTo.resolved, min(30)],
    ['followUp', wayTo.followUp, min(600)],
  ])('%s', (code, steps, dueAtMs) => {
    const found = obligationsOf(given(steps), min(60), defaultLimits).find((o) => o.code === code);
    expect(found?.dueAtMs).toBe(dueAtMs);
  });

  it('the limits in force at receipt stay in force, whatever is set later', () => {
    const later = { ...defaultLimits, dispatchMinutes: 20 };
    expect(obligationsOf(given([], { limits: defaultLimits }), START, later)).toEqual([
      { code: 'dispatch', dueAtMs: min(3) },
    ]);
  });

  it('names the team', () => {
    const i = given([
      [1, 'dispatch'],
      [2, 'dispatch'],
    ]);
    expect(obligationsOf(i, START, defaultLimits)).toEqual([
      { code: 'arrival', dispatchId: 't1', dueAtMs: min(31) },
      { code: 'arrival', dispatchId: 't2', dueAtMs: min(32) },
    ]);
  });
});
