import { describe, expect, it } from 'vitest';
import type { DecideContext } from './decide.ts';
import { decideStep, given, HEAD, min, type Step, verdict, wayTo } from './testing/story.ts';

type Case = [given: Step[], step: Step, verdict: string];
const two: Step[] = [
  [1, 'dispatch'],
  [2, 'dispatch'],
];
const refuses = (cases: Case[]) =>
  it.each(cases)('%j then %j → %s', (steps, step, expected) => {
    expect(verdict(given(steps), step)).toBe(expected);
  });

describe('times that lie ahead', () => {
  refuses([
    [[], [5, 'dispatch', { takenAtMs: min(10) }], 'ok'],
    [[], [5, 'dispatch', { takenAtMs: min(10) + 1 }], 'invalid:takenAtMs:future'],
    [two, [5, 'take', { takenAtMs: min(11) }], 'invalid:takenAtMs:future'],
    [two, [5, 'notify', { notifiedAtMs: min(11) }], 'invalid:notifiedAtMs:future'],
    [two, [5, 'raiseSeverity', { notifiedAtMs: min(11) }], 'invalid:notifiedAtMs:future'],
    [two, [5, 'enRoute', { leftAtMs: min(11) }], 'invalid:leftAtMs:future'],
    [two, [5, 'delayed', { explainedAtMs: min(11) }], 'invalid:explainedAtMs:future'],
    [two, [5, 'delayed', { expectedAtMs: min(90) }], 'ok'],
    [two, [5, 'onScene', { arrivedAtMs: min(11) }], 'invalid:arrivedAtMs:future'],
    [
      wayTo.outOfScopeOnScene,
      [20, 'transfer', { transferredAtMs: min(26) }],
      'invalid:transferredAtMs:future',
    ],
    [wayTo.resolved, [20, 'reportBack', { reportedAtMs: min(26) }], 'invalid:reportedAtMs:future'],
    [wayTo.resolved, [20, 'reportBack', { reportedAtMs: min(-1) }], 'invalid:reportedAtMs:beforeReceipt'],
    [two, [20, 'delayed', { explainedAtMs: min(-1) }], 'invalid:explainedAtMs:beforeReceipt'],
    [wayTo.handling, [20, 'followUp', { dueAtMs: min(20) }], 'invalid:dueAtMs:dueInPast'],
    [wayTo.onScene, [20, 'correct', { field: 'arrivedAt', timeMs: min(26) }], 'invalid:timeMs:future'],
  ]);
});

describe('teams', () => {
  refuses([
    [two, [5, 'take', { dispatchId: 't9' }], 'conflict:noTeam'],
    [[[1, 'dispatch', { takenBy: '霍长风' }]], [5, 'take'], 'conflict:alreadyTaken'],
    [[...two, [3, 'take']], [5, 'take', { dispatchId: 't1' }], 'conflict:alreadyTaken'],
    [wayTo.onScene, [12, 'take'], 'invalid:takenAtMs:afterArrival'],
    [wayTo.onScene, [12, 'take', { takenAtMs: min(9) }], 'ok'],
    [wayTo.onScene, [12, 'recall', { dispatchId: 't1' }], 'conflict:alreadyArrived'],
    [
      [...two, [3, 'recall', { dispatchId: 't1' }]],
      [4, 'recall', { dispatchId: 't1' }],
      'conflict:teamRecalled',
    ],
    [
      [...two, [3, 'recall', { dispatchId: 't1' }]],
      [4, 'onScene', { dispatchId: 't1' }],
      'conflict:teamRecalled',
    ],
    [
      [
        [1, 'dispatch'],
        [2, 'recall'],
      ],
      [3, 'onScene'],
      'conflict:noTeam',
    ],
    [wayTo.onScene, [12, 'onScene'], 'conflict:alreadyArrived'],
    [wayTo.enRoute, [3, 'enRoute'], 'conflict:alreadyLeft'],
    [wayTo.onScene, [12, 'enRoute'], 'conflict:alreadyArrived'],
    [
      [...two, [3, 'onScene', { dispatchId: 't1' }]],
      [4, 'sceneReport', { dispatchId: 't2' }],
      'conflict:notArrived',
    ],
    [[...two, [3, 'onScene', { dispatchId: 't1' }]], [4, 'sceneReport'], 'ok'],
  ]);

  it.each<[name: string, steps: Step[], step: Step, team: string]>([
    ['the earliest that has not arrived', two, [5, 'onScene'], 't1'],
    ['the next one after that', [...two, [5, 'onScene']], [6, 'onScene'], 't2'],
    ['not a recalled one', [...two, [3, 'recall', { dispatchId: 't1' }]], [5, 'onScene'], 't2'],
    ['the last when all have arrived', [...two, [5, 'onScene'], [6, 'onScene']], [7, 'delayed'], 't2'],
    ['the earliest that has not left, for setting out', [...two, [3, 'enRoute']], [4, 'enRoute'], 't2'],
    [
      'the arrived one that owes its report, for a report',
      [...two, [5, 'onScene', { dispatchId: 't2' }]],
      [6, 'sceneReport'],
      't2',
    ],
    ['the named one', two, [5, 'onScene', { dispatchId: 't2' }], 't2'],
  ])('an event without a team means %s', (_name, steps, step, team) => {
    expect(decideStep(given(steps), step).resolved.dispatchId).toBe(team);
  });

  it('an unknown target is refused', () => {
    expect(verdict(given([]), [1, 'dispatch'], { target: undefined })).toBe('invalid:to:unknownTarget');
  });
});

describe('arrival', () => {
  refuses([
    [[[10, 'dispatch']], [11, 'onScene', { arrivedAtMs: min(9) }], 'invalid:arrivedAtMs:beforeDispatch'],
    [[[10, 'dispatch']], [11, 'onScene', { arrivedAtMs: min(10) }], 'ok'],
    [[[10, 'dispatch', { takenAtMs: min(8) }]], [11, 'onScene', { arrivedAtMs: min(8) }], 'ok'],
    [
      [
        [10, 'dispatch'],
        [11, 'onScene'],
      ],
      [12, 'correct', { field: 'arrivedAt', timeMs: min(9) }],
      'invalid:timeMs:beforeDispatch',
    ],
    [
      [
        [10, 'dispatch'],
        [11, 'onScene'],
      ],
      [12, 'correct', { field: 'arrivedAt', timeMs: min(10) }],
      'ok',
    ],
  ]);
});

describe('a time typed by the minute is held against the minute', () => {
  const seconds = 27 / 60;
  const sentAt: Step[] = [[10 + seconds, 'dispatch']];
  const thereAt: Step[] = [...sentAt, [12 + seconds, 'onScene']];
  refuses([
    [sentAt, [11, 'onScene', { arrivedAtMs: min(10) }], 'ok'],
    [sentAt, [11, 'onScene', { arrivedAtMs: min(9) }], 'invalid:arrivedAtMs:beforeDispatch'],
    [thereAt, [13, 'correct', { field: 'arrivedAt', timeMs: min(10) }], 'ok'],
    [thereAt, [13, 'correct', { field: 'arrivedAt', timeMs: min(9) }], 'invalid:timeMs:beforeDispatch'],
    [thereAt, [20, 'returned', { returnedAtMs: min(12) }], 'ok'],
    [thereAt, [20, 'returned', { returnedAtMs: min(11) }], 'invalid:returnedAtMs:beforeArrival'],
    [[...sentAt, [11, 'onScene', { arrivedAtMs: min(11) }]], [11 + seconds, 'take'], 'ok'],
    [[...sentAt, [11, 'onScene', { arrivedAtMs: min(11) }]], [12, 'take'], 'invalid:takenAtMs:afterArrival'],
  ]);
});

describe('severity', () => {
  refuses([
    [[], [1, 'raiseSeverity', { to: 'ordinary' }], 'invalid:to:severityOnlyRises'],
    [[[1, 'raiseSeverity']], [2, 'raiseSeverity', { to: 'serious' }], 'invalid:to:severityOnlyRises'],
    [[[1, 'raiseSeverity']], [2, 'raiseSeverity', { to: 'grave' }], 'ok'],
    [wayTo.resolved, [30, 'raiseSeverity'], 'ok'],
  ]);

  it.each<[who: string, role: string, context?: Partial<DecideContext>]>([
    ['沈若衡', 'deputy'],
    [HEAD, 'head'],
    ['罗雁秋', 'other'],
    ['沈若衡', 'other', { deputies: ['别人'] }],
    ['罗雁秋', 'head', { head: '' }],
    ['罗雁秋', 'deputy', { deputies: [] }],
    [HEAD, 'both', { deputies: [HEAD] }],
  ])('%s is noted as %s', (who, role, context) => {
    expect(decideStep(given([]), [1, 'notify', { who }], context).resolved.noticeRole).toBe(role);
    const raise: Step = [1, 'raiseSeverity', { notified: who }];
    expect(decideStep(given([]), raise, context).resolved.noticeRole).toBe(role);
  });
});

describe('duplicates', () => {
  it.each<[name: string, original: DecideContext['original'], expected: string]>([
    ['an open one', { id: 'o', state: 'handling', duplicateOf: null }, 'ok'],
    ['a closed one', { id: 'o', state: 'closed', duplicateOf: null }, 'ok'],
    ['an unknown one', undefined, 'invalid:ofId:unknownInstruction'],
    ['itself', { id: 'i1', state: 'received', duplicateOf: null }, 'invalid:ofId:duplicateOfItself'],
    ['another duplicate', { id: 'o', state: 'voided', duplicateOf: 'x' }, 'invalid:ofId:duplicateOfVoided'],
    ['a voided one', { id: 'o', state: 'voided', duplicateOf: null }, 'invalid:ofId:duplicateOfVoided'],
  ])('of %s', (_name, original, expected) => {
    expect(verdict(given([]), [1, 'duplicate'], { original })).toBe(expected);
  });
});

describe('follow-ups', () => {
  refuses([
    [wayTo.followUp, [30, 'followUp'], 'conflict:followUpOpen'],
    [[...wayTo.followUp, [30, 'followUpDone']], [31, 'followUp'], 'ok'],
    [[...wayTo.followUp, [30, 'followUpDone']], [31, 'followUpDone'], 'conflict:noFollowUp'],
    [wayTo.resolved, [31, 'followUpDone'], 'conflict:noFollowUp'],
    [wayTo.followUp, [31, 'followUpDone', { followUpId: 'f1' }], 'ok'],
    [wayTo.followUp, [31, 'followUpDone', { followUpId: 'f9' }], 'conflict:followUpDone'],
    [
      [...wayTo.followUp, [30, 'followUpDone'], [31, 'followUp']],
      [32, 'followUpDone', { followUpId: 'f1' }],
      'conflict:followUpDone',
    ],
  ]);
});

describe('closing', () => {
  refuses([
    [[], [2, 'close'], 'owed:dispatch'],
    [wayTo.dispatched, [2, 'close'], 'owed:arrival'],
    [wayTo.dispatched, [32, 'close'], 'owed:arrival,explainDelay'],
    [wayTo.onScene, [12, 'close'], 'owed:confirmScope'],
    [wayTo.handling, [12, 'close'], 'owed:resolve,reportBack'],
    [wayTo.outOfScopeOnScene, [12, 'close'], 'owed:transfer'],
    [wayTo.followUp, [21, 'close'], 'owed:followUp'],
    [[...wayTo.followUp, [30, 'followUpDone']], [31, 'close'], 'owed:resolve,reportBack'],
    [wayTo.resolved, [21, 'close'], 'owed:reportBack'],
    [[...wayTo.resolved, [21, 'reportBack']], [22, 'close'], 'ok'],
    [[...wayTo.resolved, [21, 'dispatch'], [22, 'reportBack']], [23, 'close'], 'owed:arrival'],
    [wayTo.transferred, [22, 'close'], 'ok'],
  ]);
});

describe('corrections', () => {
  refuses([
    [[], [1, 'correct', { field: 'zone' }], 'invalid:zone:required'],
    [[], [1, 'correct', { field: 'takenAt', timeMs: min(1) }], 'conflict:noTeam'],
    [two, [3, 'correct', { field: 'takenAt', timeMs: min(1) }], 'conflict:nothingToCorrect'],
    [two, [3, 'correct', { field: 'arrivedAt', timeMs: min(1) }], 'conflict:nothingToCorrect'],
    [wayTo.onScene, [12, 'correct', { field: 'arrivedAt' }], 'invalid:timeMs:required'],
    [two, [3, 'correct', { field: 'takenBy', text: '霍长风' }], 'conflict:nothingToCorrect'],
    [two, [3, 'correct', { field: 'scene', text: '有序' }], 'conflict:nothingToCorrect'],
    [
      [...two, [3, 'take']],
      [4, 'correct', { field: 'takenBy', text: '', dispatchId: 't1' }],
      'invalid:text:required',
    ],
    [
      [...two, [3, 'take']],
      [4, 'correct', { field: 'takenBy', text: '长'.repeat(61), dispatchId: 't1' }],
      'invalid:text:tooLong',
    ],
    [wayTo.onScene, [12, 'correct', { field: 'scene', text: ' ' }], 'invalid:text:required'],
    [wayTo.closed, [60, 'correct', { field: 'scene', text: '已散去' }], 'ok'],
    [[], [1, 'correct', { field: 'place', text: '' }], 'invalid:text:required'],
    [[], [1, 'correct', { field: 'place', text: '长'.repeat(121) }], 'invalid:text:tooLong'],
    [[], [1, 'correct', { field: 'text', text: ' ' }], 'invalid:text:required'],
    [[], [1, 'correct', { field: 'phone', text: '' }], 'ok'],
    [[], [1, 'correct', { field: 'phone', text: '5' }], 'invalid:text:phone'],
    [[], [1, 'correct', { field: 'caller', text: '' }], 'ok'],
    [[], [1, 'correct', { field: 'category', text: '4' }], 'ok'],
    [[], [1, 'correct', { field: 'category', text: 'x' }], 'invalid:text:unknownCategory'],
    [[], [1, 'correct', { field: 'category', text: '' }], 'invalid:text:required'],
    [[], [1, 'correct', { field: 'issuedAt' }], 'invalid:timeMs:required'],
    [[], [1, 'correct', { field: 'issuedAt', timeMs: min(7) }], 'invalid:timeMs:future'],
    [[], [1, 'correct', { field: 'grid', text: '99' }], 'invalid:text:unknownGrid'],
    [[], [1, 'correct', { field: 'disposition', text: '已拆' }], 'conflict:nothingToCorrect'],
    [wayTo.resolved, [30, 'correct', { field: 'disposition', text: '' }], 'invalid:text:required'],
  ]);

  it.each<[field: string, text: string, before: string]>([
    ['place', '新华街42号', '新华街口'],
    ['caller', '李某', '某群众'],
    ['text', '其实是围挡', '广告牌要掉'],
    ['category', '4', '1'],
    ['takenBy', '石培鑫', '霍长风'],
    ['scene', '围观散去', '现场有序'],
  ])('of %s keep what stood before', (field, text, before) => {
    const event = decideStep(
      given([
        [0, 'dispatch', { takenBy: '霍长风' }],
        [1, 'onScene', { text: '现场有序' }],
      ]),
      [1, 'correct', { field, text }],
    );
    expect(event.resolved.before).toBe(before);
    expect(event.recordedAtMs).toBe(min(1));
  });
});

it('an event keeps who, when it happened and when it was recorded', () => {
  const event = decideStep(given(two), [9, 'onScene', { arrivedAtMs: min(8) }]);
  expect(event).toMatchObject({
    actorId: 'p1',
    occurredAtMs: min(8),
    recordedAtMs: min(9),
    instructionId: 'i1',
  });
});
