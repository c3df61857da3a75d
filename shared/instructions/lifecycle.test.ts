import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../settings/types.ts';
import { evolve } from './evolve.ts';
import { allows, isOpen, lifecycle } from './lifecycle.ts';
import { discharges, obligationsOf } from './obligations.ts';
import { decideStep, given, min, received, type Step, verdict, wayTo } from './testing/story.ts';
import { type ActionName, actionNames, type InstructionState, stateSchema } from './types.ts';

const states = stateSchema.options;

// Columns: received declined dispatched enRoute onScene handling outOfScope transferred followUp resolved closed voided.
const table: Record<ActionName, string> = {
  decline: '×···········',
  duplicate: '×·××××······',
  void: '×·××××××××··',
  dispatch: '×·××××××××··',
  take: '··××××××××··',
  recall: '··××××××××··',
  notify: '×·××××××××··',
  orderDone: '×·××××××××··',
  raiseSeverity: '×·××××××××··',
  enRoute: '··××××××××··',
  turnout: '··×××××××××·',
  returned: '··×××××××××·',
  delayed: '··××××××××··',
  onScene: '··××××××××··',
  sceneReport: '····××××××··',
  confirmScope: '····×·××····',
  transfer: '······×·····',
  resolve: '·····×··×···',
  reportBack: '·········×··',
  followUp: '·····×··××··',
  followUpNote: '········××··',
  followUpDone: '········××··',
  close: '×·××××××××··',
  reopen: '··········×·',
  restore: '·×·········×',
  correct: '×·×××××××××·',
};
const columns: InstructionState[] = [
  'received',
  'declined',
  'dispatched',
  'enRoute',
  'onScene',
  'handling',
  'outOfScopeOnScene',
  'transferred',
  'followUp',
  'resolved',
  'closed',
  'voided',
];

describe('the lifecycle table', () => {
  it.each(actionNames)('%s is allowed in exactly these states', (action) => {
    expect(columns.map((state) => (allows(action, state) ? '×' : '·')).join('')).toBe(table[action]);
  });

  it('knows every state and every action', () => {
    expect([...columns].sort()).toEqual([...states].sort());
    expect(Object.keys(lifecycle).sort()).toEqual([...actionNames].sort());
  });

  it.each(states)('is asked before anything else in state %s', (state) => {
    const record = given(wayTo[state]);
    expect(record.state).toBe(state);
    for (const action of actionNames.filter((name) => !allows(name, state)))
      expect([action, verdict(record, [30, action])]).toEqual([action, 'conflict:lifecycle']);
  });

  it('is open until declined, closed or voided', () => {
    expect(states.filter((state) => !isOpen(state))).toEqual(['declined', 'closed', 'voided']);
  });
});

describe('an action leads to', () => {
  const second: Step[] = [[12, 'dispatch']];
  it.each<[from: InstructionState, extra: Step[], step: Step, to: InstructionState]>([
    ['received', [], [1, 'decline'], 'declined'],
    ['received', [], [1, 'duplicate'], 'voided'],
    ['received', [], [1, 'void'], 'voided'],
    ['received', [], [1, 'dispatch'], 'dispatched'],
    ['dispatched', [], [2, 'enRoute'], 'enRoute'],
    ['dispatched', [], [2, 'onScene'], 'onScene'],
    ['dispatched', [], [2, 'delayed'], 'dispatched'],
    ['dispatched', [], [2, 'dispatch'], 'dispatched'],
    ['dispatched', [], [2, 'recall'], 'dispatched'],
    ['enRoute', [], [5, 'onScene'], 'onScene'],
    ['enRoute', [], [5, 'dispatch'], 'enRoute'],
    ['onScene', [], [12, 'confirmScope'], 'handling'],
    ['onScene', [], [12, 'confirmScope', { inScope: false }], 'outOfScopeOnScene'],
    ['onScene', [], [12, 'dispatch'], 'onScene'],
    ['outOfScopeOnScene', [], [15, 'confirmScope'], 'handling'],
    ['outOfScopeOnScene', [], [15, 'transfer'], 'transferred'],
    ['handling', [], [15, 'resolve'], 'resolved'],
    ['handling', [], [15, 'followUp'], 'followUp'],
    ['handling', [], [15, 'duplicate'], 'voided'],
    ['handling', second, [15, 'enRoute'], 'handling'],
    ['handling', second, [15, 'onScene'], 'handling'],
    ['followUp', [], [30, 'followUpDone'], 'followUp'],
    ['followUp', [], [30, 'resolve'], 'resolved'],
    ['followUp', [[30, 'followUpDone']], [31, 'followUp'], 'followUp'],
    ['resolved', [], [25, 'reportBack'], 'resolved'],
    ['resolved', [[25, 'reportBack']], [26, 'close'], 'closed'],
    ['transferred', [], [25, 'close'], 'closed'],
    ['closed', [], [60, 'reopen'], 'handling'],
    ['closed', [], [60, 'correct'], 'closed'],
  ])('%s %j → %j → %s', (from, extra, step, to) => {
    const before = given([...wayTo[from], ...extra]);
    const next = evolve(before, decideStep(before, step));
    expect(next.state).toBe(to);
    expect(next.version).toBe(before.version + 1);
  });
});

describe('whatever is owed can be discharged', () => {
  const late: Step[] = [
    [1, 'dispatch'],
    [50, 'onScene'],
    [51, 'confirmScope', { inScope: false }],
  ];
  it.each<[string, Step[]]>([
    ...states.map((state): [string, Step[]] => [state, wayTo[state]]),
    ['late, out of scope, nothing explained', late],
    ['transferred, nothing explained', [...late, [55, 'transfer']]],
    ['grave while handling', [...wayTo.handling, [12, 'raiseSeverity', { to: 'grave' }]]],
    ['every team recalled', [...wayTo.enRoute, [3, 'recall']]],
    ['resolved with an open follow-up', [...wayTo.followUp, [30, 'resolve']]],
  ])('%s', (_name, steps) => {
    const record = given(steps);
    for (const { code } of obligationsOf(record, min(60), defaultLimits)) {
      // The result must be known before it can be reported: both are owed, one after the other.
      if (code === 'reportBack' && record.state !== 'resolved') continue;
      expect([code, allows(discharges[code], record.state)]).toEqual([code, true]);
    }
  });

  it('an explanation given after the transfer leaves it transferred', () => {
    const steps: Step[] = [
      ...late,
      [55, 'transfer'],
      [56, 'confirmScope', { inScope: false, explainedTo: '110' }],
    ];
    expect(given(steps)).toMatchObject({
      state: 'transferred',
      scope: { inScope: false, explainedTo: '110' },
    });
  });

  it('a transferred one cannot come back into scope by the way', () => {
    expect(verdict(given(wayTo.transferred), [30, 'confirmScope'])).toBe('conflict:lifecycle');
  });
});

it('starts as received, version 1', () => {
  expect(received()).toMatchObject({ state: 'received', version: 1, dispatches: [] });
});
