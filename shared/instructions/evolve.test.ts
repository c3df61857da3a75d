import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import { DEPUTY, decideStep, given, min, type Step, wayTo } from './testing/story.ts';
import type { Dispatch, Instruction } from './types.ts';

const sent: Step[] = [[1, 'dispatch']];

describe('what an action leaves on the record', () => {
  it.each<[before: Step[], step: Step, record: Partial<Instruction>]>([
    [
      [],
      [1, 'decline'],
      { declined: { explainedTo: '110', text: '不属受理范围', atMs: min(1) }, closedAtMs: min(1) },
    ],
    [[], [1, 'duplicate'], { duplicateOf: 'original', closedAtMs: min(1), voided: null }],
    [[], [1, 'void'], { voided: { reason: '误下达', atMs: min(1) }, closedAtMs: min(1) }],
    [
      [],
      [5, 'notify', { notifiedAtMs: min(4), text: '已报' }],
      {
        notices: [
          {
            who: DEPUTY,
            role: 'deputy',
            notifiedAtMs: min(4),
            recordedAtMs: min(5),
            text: '已报',
            means: 'phone',
            through: '',
          },
        ],
      },
    ],
    [[], [5, 'raiseSeverity'], { severity: 'serious', severityAtMs: min(5), notices: [] }],
    [
      wayTo.onScene,
      [12, 'confirmScope', { inScope: false, explainedTo: '110', kind: 'unclear', competent: '供电公司' }],
      {
        scope: { inScope: false, explainedTo: '110', kind: 'unclear', competent: '供电公司', atMs: min(12) },
      },
    ],
    [
      wayTo.outOfScopeOnScene,
      [15, 'confirmScope', { inScope: false, competent: '供电公司' }],
      { scope: { inScope: false, explainedTo: '110', kind: 'theirs', competent: '供电公司', atMs: min(15) } },
    ],
    [
      wayTo.outOfScopeOnScene,
      [20, 'transfer', { transferredAtMs: min(18), orderKept: true }],
      { transfer: { to: '供电公司', receiver: '王工', transferredAtMs: min(18), orderKept: true } },
    ],
    [
      wayTo.handling,
      [20, 'resolve'],
      { disposition: { text: '已清理', code: '', recordedAtMs: min(20) }, reportBack: null },
    ],
    [
      wayTo.resolved,
      [22, 'reportBack', { reportedAtMs: min(21) }],
      { reportBack: { to: '110', reportedAtMs: min(21), recordedAtMs: min(22), linked: [] } },
    ],
    [[...wayTo.resolved, [21, 'reportBack'], [22, 'followUp']], [30, 'resolve'], { reportBack: null }],
    [
      wayTo.followUp,
      [30, 'followUpDone'],
      {
        followUps: [
          {
            id: 'f1',
            owner: '大队',
            dueAtMs: min(600),
            remindAtMs: null,
            remindSetAtMs: null,
            text: '赔偿协调',
            recordedAtMs: min(20),
            notes: [],
            done: { atMs: min(30), text: '已办' },
          },
        ],
      },
    ],
    [
      wayTo.followUp,
      [30, 'followUpNote', { text: '业主出差', dueAtMs: min(900), remindAtMs: min(840) }],
      {
        followUps: [
          {
            id: 'f1',
            owner: '大队',
            dueAtMs: min(900),
            remindAtMs: min(840),
            remindSetAtMs: min(30),
            text: '赔偿协调',
            recordedAtMs: min(20),
            notes: [{ atMs: min(30), text: '业主出差', byId: 'p1' }],
            done: null,
          },
        ],
      },
    ],
    [
      [...wayTo.handling, [20, 'followUp', { remindAtMs: min(500) }]],
      [30, 'followUpNote', { text: '提前', dueAtMs: min(400) }],
      { followUps: [expect.objectContaining({ dueAtMs: min(400), remindAtMs: null, remindSetAtMs: null })] },
    ],
    [
      [...wayTo.transferred, [21, 'close']],
      [60, 'reopen'],
      { state: 'handling', scope: expect.objectContaining({ inScope: true, explainedTo: '110' }) },
    ],
    [
      [],
      [5, 'notify', { order: { text: '增派力量', owner: '大队', dueAtMs: min(60) } }],
      {
        orders: [
          {
            id: 'o1',
            who: DEPUTY,
            text: '增派力量',
            owner: '大队',
            dueAtMs: min(60),
            recordedAtMs: min(5),
            done: null,
          },
        ],
      },
    ],
    [[], [1, 'dispatch', { leaderNeeded: true }], { leaderNeededAtMs: min(1) }],
    [
      wayTo.voided,
      [9, 'restore'],
      { state: 'received', voided: null, closedAtMs: null, restoredAtMs: min(9) },
    ],
    [
      [...wayTo.handling, [15, 'duplicate']],
      [19, 'restore'],
      { state: 'handling', duplicateOf: null, closedAtMs: null },
    ],
    [wayTo.declined, [9, 'restore'], { state: 'received', declined: null }],
    [
      wayTo.resolved,
      [30, 'correct', { field: 'disposition', text: '已拆除' }],
      { disposition: { text: '已拆除', code: '', recordedAtMs: min(20) } },
    ],
    [[], [1, 'correct', { field: 'centreNo', text: '110-9' }], { centreNo: '110-9' }],
    [[], [9, 'correct', { field: 'issuedAt', timeMs: min(-3) }], { issuedAtMs: min(-3) }],
    [[], [1, 'correct', { field: 'grid', text: '' }], { gridNo: null }],
    [[...wayTo.resolved, [21, 'reportBack']], [22, 'close'], { closedAtMs: min(22) }],
    [
      wayTo.closed,
      [60, 'reopen'],
      { closedAtMs: null, reopenedAtMs: min(60), disposition: null, reportBack: null },
    ],
    [[], [1, 'correct', { field: 'place', text: '解放路' }], { place: '解放路' }],
    [[], [1, 'correct', { field: 'phone', text: '' }], { phone: '' }],
    [[], [1, 'correct', { field: 'category', text: '4' }], { categoryNo: 4 }],
    [[], [1, 'correct', { field: 'zone', zone: 'other' }], { zone: 'other' }],
  ])('%j then %j', (before, step, record) => {
    const old = given(before);
    expect(evolve(old, decideStep(old, step))).toMatchObject(record);
  });
});

describe('what an action leaves on its team, and on no other', () => {
  it.each<[before: Step[], step: Step, team: Partial<Dispatch>]>([
    [
      [],
      [2, 'dispatch', { takenBy: '霍长风', takenAtMs: min(1) }],
      {
        dispatchedAtMs: min(2),
        takenBy: '霍长风',
        takenAtMs: min(1),
        limitMinutes: 30,
        clockSetAtMs: min(2),
      },
    ],
    [[], [2, 'dispatch'], { takenBy: '', takenAtMs: null, clockSetAtMs: min(2) }],
    [
      sent,
      [5, 'take', { takenAtMs: min(4) }],
      { takenBy: '霍长风', takenAtMs: min(4), clockSetAtMs: min(5) },
    ],
    [sent, [5, 'recall'], { recalled: { atMs: min(5), reason: '改派' } }],
    [
      sent,
      [5, 'enRoute', { leftAtMs: min(4), members: ['车望北'], vehicle: '云H', uniformed: true }],
      { leftAtMs: min(4), members: ['车望北'], vehicle: '云H', uniformed: true },
    ],
    [
      sent,
      [5, 'delayed', { explainedAtMs: min(4), expectedAtMs: min(50) }],
      {
        explanations: [
          {
            reason: '道路积雪',
            explainedTo: '110',
            explainedAtMs: min(4),
            expectedAtMs: min(50),
            recordedAtMs: min(5),
          },
        ],
      },
    ],
    [
      sent,
      [5, 'onScene', { arrivedAtMs: min(4), text: '有序' }],
      { arrivedAtMs: min(4), arrivalRecordedAtMs: min(5), sceneText: '有序', sceneRecordedAtMs: min(5) },
    ],
    [sent, [5, 'onScene'], { arrivalRecordedAtMs: min(5), sceneText: '', sceneRecordedAtMs: null }],
    [
      [...sent, [5, 'onScene', { text: '有序' }]],
      [6, 'sceneReport', { text: '又有人来' }],
      { sceneText: '有序\n又有人来', sceneRecordedAtMs: min(6) },
    ],
    [
      [...sent, [5, 'onScene']],
      [9, 'correct', { field: 'arrivedAt', timeMs: min(3), dispatchId: 't1' }],
      { arrivedAtMs: min(3), arrivalRecordedAtMs: min(5) },
    ],
    [
      [...sent, [3, 'take']],
      [9, 'correct', { field: 'takenBy', text: '石培鑫', dispatchId: 't1' }],
      { takenBy: '石培鑫', takenAtMs: min(3) },
    ],
    [
      [...sent, [5, 'onScene', { text: '有序' }]],
      [9, 'correct', { field: 'scene', text: '拥挤', dispatchId: 't1' }],
      { sceneText: '拥挤', sceneRecordedAtMs: min(5) },
    ],
    [sent, [9, 'correct', { field: 'zone', zone: 'other' }], { limitMinutes: 60, clockSetAtMs: min(9) }],
  ])('%j then %j', (before, step, team) => {
    const other: Step[] = before.length > 0 ? [[1, 'dispatch']] : [];
    const old = given([...before, ...other]);
    const next = evolve(old, decideStep(old, step));
    expect(next.dispatches[0]).toMatchObject(team);
    if (step[1] !== 'correct') expect(next.dispatches.slice(1)).toEqual(old.dispatches.slice(1));
  });
});
