import { mayCall } from '../../../shared/contract/access.ts';
import { lateMinutes } from '../../../shared/instructions/clock.ts';
import { allows } from '../../../shared/instructions/lifecycle.ts';
import {
  discharges,
  type Obligation,
  type ObligationCode,
} from '../../../shared/instructions/obligations.ts';
import type { ActionName, Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import type { Words } from '../../locales/index.ts';

/** A button of an instruction. Two buttons may be one action: scope confirmed or denied. */
export type Step = keyof Words['instructions']['step'];

type StepRule = {
  action: ActionName;
  preset?: Record<string, string | boolean>;
  /** What the lifecycle table cannot say: whether a team is in the right place. */
  fits?: (i: Instruction) => boolean;
};

const active = (i: Instruction) => i.dispatches.filter((d) => !d.recalled);
const anyTeam = (test: (d: Dispatch) => boolean) => (i: Instruction) => active(i).some(test);

/** What stands behind each button. */
export const steps: Record<Step, StepRule> = {
  dispatch: { action: 'dispatch', fits: (i) => active(i).length === 0 },
  reinforce: { action: 'dispatch', fits: (i) => active(i).length > 0 },
  take: { action: 'take', fits: anyTeam((d) => d.takenAtMs === null) },
  recall: { action: 'recall', fits: anyTeam((d) => d.arrivedAtMs === null) },
  notify: { action: 'notify' },
  orderDone: { action: 'orderDone', fits: (i) => i.orders.some((o) => o.done === null) },
  raiseSeverity: { action: 'raiseSeverity', fits: (i) => i.severity !== 'grave' },
  enRoute: { action: 'enRoute', fits: anyTeam((d) => d.leftAtMs === null && d.arrivedAtMs === null) },
  turnout: { action: 'turnout', fits: anyTeam(() => true) },
  delayed: {
    action: 'delayed',
    // Who came in time has nothing to explain.
    fits: anyTeam((d) => d.arrivedAtMs === null || (lateMinutes(d) ?? 0) > 0),
  },
  onScene: { action: 'onScene', fits: anyTeam((d) => d.arrivedAtMs === null) },
  sceneReport: { action: 'sceneReport', fits: anyTeam((d) => d.arrivedAtMs !== null) },
  returned: {
    action: 'returned',
    fits: anyTeam((d) => d.returnedAtMs === null && (d.leftAtMs !== null || d.arrivedAtMs !== null)),
  },
  inScope: {
    action: 'confirmScope',
    preset: { inScope: true },
    fits: (i) => i.state !== 'transferred',
  },
  outOfScope: { action: 'confirmScope', preset: { inScope: false } },
  decline: { action: 'decline' },
  transfer: { action: 'transfer' },
  resolve: { action: 'resolve' },
  reportBack: { action: 'reportBack', fits: (i) => i.reportBack === null },
  followUp: { action: 'followUp', fits: (i) => i.followUps.every((f) => f.done !== null) },
  followUpNote: { action: 'followUpNote', fits: (i) => i.followUps.some((f) => f.done === null) },
  followUpDone: { action: 'followUpDone', fits: (i) => i.followUps.some((f) => f.done === null) },
  close: { action: 'close' },
  void: { action: 'void' },
  duplicate: { action: 'duplicate' },
  reopen: { action: 'reopen' },
  restore: { action: 'restore' },
  correct: { action: 'correct' },
};

/** Buttons that need no form: pressing them is the whole input. */
export const immediate: ReadonlySet<Step> = new Set(['inScope', 'close']);

/** The steps open to these roles in this state, in the order of the flow. */
export function possibleSteps(i: Instruction, roles: readonly string[] | null): Step[] {
  return (Object.keys(steps) as Step[]).filter((step) => {
    const { action, fits } = steps[step];
    return allows(action, i.state) && mayCall(`instructions.${action}`, roles) && (fits?.(i) ?? true);
  });
}

/** Judging the scope is one action with two buttons; every other obligation has the button of its action. */
const stepFor: Record<ObligationCode, Step> = {
  ...discharges,
  confirmScope: 'inScope',
  explainOutOfScope: 'outOfScope',
};

/** What a button is about when it answers one thing owed: which team, which order, whom to tell. A suggestion, no more. */
export function aboutOf(o: Obligation): Record<string, string> {
  return {
    ...(o.dispatchId === undefined ? {} : { dispatchId: o.dispatchId }),
    ...(o.orderId === undefined ? {} : { orderId: o.orderId }),
    ...(o.code === 'notifyDeputy' ? { tell: 'deputy' } : {}),
    ...(o.code === 'notifyHead' ? { tell: 'head' } : {}),
  };
}

/** The button that settles one thing owed, and what it is about. */
export const answerTo = (o: Obligation): { step: Step; about: Record<string, string> } => ({
  step: stepFor[o.code],
  about: aboutOf(o),
});

/** What a button of a card is about: the first thing owed that it settles. */
export function aboutFirst(step: Step, owed: readonly Obligation[]): Record<string, string> {
  const first = byDue(owed).find((o) => stepFor[o.code] === step);
  return first ? aboutOf(first) : {};
}

const due = (o: Obligation) => o.dueAtMs ?? Number.POSITIVE_INFINITY;

/** What is owed, first due first; without a clock in the order of the flow. */
export const byDue = (owed: readonly Obligation[]): Obligation[] => [...owed].sort((a, b) => due(a) - due(b));

/** Companions of a main step that are wanted at the same moment. */
const beside: Partial<Record<Step, Step[]>> = {
  dispatch: ['decline', 'duplicate'],
  onScene: ['take', 'enRoute', 'delayed'],
  sceneReport: ['inScope', 'outOfScope'],
  orderDone: ['notify', 'reinforce'],
  inScope: ['outOfScope'],
  resolve: ['followUp', 'reinforce'],
  followUpDone: ['followUpNote', 'resolve', 'reinforce'],
  notify: ['onScene', 'reinforce'],
  transfer: ['reinforce'],
  reportBack: ['correct'],
};

/** The main button of a card and at most two beside it. */
export function cardSteps(
  i: Instruction,
  owed: readonly Obligation[],
  roles: readonly string[] | null,
): { main: Step | null; others: Step[] } {
  const possible = possibleSteps(i, roles);
  const wanted = byDue(owed).map((o) => stepFor[o.code]);
  const main = wanted.find((step) => possible.includes(step)) ?? (owed.length === 0 ? 'close' : null);
  if (main === null || !possible.includes(main)) return { main: null, others: [] };
  const others = [...wanted, ...(beside[main] ?? [])].filter(
    (step, n, all) => step !== main && all.indexOf(step) === n && possible.includes(step),
  );
  return { main, others: others.slice(0, 2) };
}
