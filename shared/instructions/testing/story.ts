import { DeskError } from '../../errors.ts';
import { defaultLimits } from '../../settings/types.ts';
import { MINUTE } from '../../time/zone.ts';
import { type DecideContext, decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { untouched } from '../record.ts';
import {
  type Action,
  type ActionName,
  actionSchemas,
  type Instruction,
  type InstructionEvent,
  type InstructionState,
} from '../types.ts';

/** Receipt of every instruction in these tests: minute 0. */
export const START = Date.UTC(2026, 2, 11, 1, 0);
/** The instant `minutes` after the receipt. */
export const min = (minutes: number): number => START + minutes * MINUTE;

/** One action as a test writes it: at which minute, which, with what. Teams are `t1`, `t2` … in the order sent. */
export type Step = [minute: number, name: ActionName, input?: Record<string, unknown>];

export const DEPUTY = '沈若衡';
export const HEAD = '顾远舟';
export const team = { kind: 'group', id: 'g1' } as const;

/** What an action says when a test does not care. */
const usual: { [A in ActionName]: Record<string, unknown> } = {
  decline: { explainedTo: '110', text: '不属受理范围' },
  duplicate: { ofId: 'original' },
  void: { reason: '误下达' },
  dispatch: { to: team },
  take: { takenBy: '霍长风' },
  recall: { reason: '改派' },
  notify: { who: DEPUTY },
  orderDone: { text: '已落实' },
  raiseSeverity: { to: 'serious' },
  enRoute: {},
  turnout: { members: ['霍长风'] },
  returned: {},
  delayed: { reason: '道路积雪', explainedTo: '110' },
  onScene: {},
  sceneReport: { text: '现场有序' },
  confirmScope: { inScope: true },
  transfer: { to: '供电公司', receiver: '王工' },
  resolve: { text: '已清理' },
  reportBack: { to: '110' },
  followUp: { owner: '大队', dueAtMs: min(600), text: '赔偿协调', explainedTo: '110' },
  followUpNote: { text: '已联系业主' },
  followUpDone: { text: '已办' },
  close: {},
  reopen: { reason: '重复投诉' },
  restore: { reason: '误并' },
  correct: { field: 'place', text: '新华街', reason: '听错' },
};

/** An instruction just received. */
export const received = (over: Partial<Instruction> = {}): Instruction => ({
  ...untouched,
  id: 'i1',
  number: '2026-000001',
  centreNo: '110-1',
  issuedAtMs: START,
  receivedAtMs: START,
  receivedBy: 'p1',
  shiftId: 's1',
  caller: '某群众',
  phone: '',
  place: '新华街口',
  zone: 'mainUrban',
  gridNo: null,
  categoryNo: 1,
  text: '广告牌要掉',
  severity: 'ordinary',
  severityAtMs: START,
  dispatches: [],
  notices: [],
  orders: [],
  followUps: [],
  earlierResults: [],
  ...over,
});

/** Decides one step on a record as the engine would. */
export function decideStep(
  i: Instruction,
  [minute, name, input]: Step,
  over: Partial<DecideContext> = {},
): InstructionEvent {
  const action = { name, input: actionSchemas[name].parse({ ...usual[name], ...input }) } as Action;
  const categoryNo = action.name === 'correct' && action.input.text === '4' ? 4 : undefined;
  const made = {
    dispatch: `t${i.dispatches.length + 1}`,
    followUp: `f${i.followUps.length + 1}`,
    notify: `o${i.orders.length + 1}`,
  };
  const ordered = action.name === 'notify' && action.input.order !== null;
  const ids =
    name === 'dispatch' || name === 'followUp' || (name === 'notify' && ordered) ? [made[name]] : [];
  return decide(i, action, {
    nowMs: min(minute),
    actorId: 'p1',
    limits: defaultLimits,
    deputies: [DEPUTY],
    head: HEAD,
    target: { ...team, name: '行动组' },
    categoryNo,
    original: { id: 'original', state: 'dispatched', duplicateOf: null },
    newId: () => ids.shift() ?? `e${i.version + 1}`,
    ...over,
  });
}

/** The record after these steps. */
export const given = (steps: readonly Step[], start: Partial<Instruction> = {}): Instruction =>
  steps.reduce((i, step) => evolve(i, decideStep(i, step)), received(start));

/** What deciding one more step says: `ok`, or the refusal as `code:reason` (`invalid` as `invalid:field:message`). */
export function verdict(i: Instruction, step: Step, over: Partial<DecideContext> = {}): string {
  try {
    decideStep(i, step, over);
    return 'ok';
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const data = error.data as {
      reason?: string;
      codes?: string[];
      issues?: { path: string[]; message: string }[];
    };
    const issue = data.issues?.[0];
    const detail = issue ? `${issue.path.join('.')}:${issue.message}` : (data.reason ?? data.codes?.join());
    return `${error.code}:${detail}`;
  }
}

const sent: Step[] = [[1, 'dispatch']];
const there: Step[] = [...sent, [10, 'onScene', { text: '现场有序' }]];
const handling: Step[] = [...there, [11, 'confirmScope']];
const notOurs: Step[] = [...there, [11, 'confirmScope', { inScope: false, explainedTo: '110' }]];
const resolved: Step[] = [...handling, [20, 'resolve']];

/** The shortest way into every state, nothing owed that the state itself does not owe. */
export const wayTo: Record<InstructionState, Step[]> = {
  received: [],
  declined: [[1, 'decline']],
  dispatched: sent,
  enRoute: [...sent, [2, 'enRoute']],
  onScene: there,
  handling,
  outOfScopeOnScene: notOurs,
  transferred: [...notOurs, [20, 'transfer']],
  followUp: [...handling, [20, 'followUp']],
  resolved,
  closed: [...resolved, [21, 'reportBack'], [22, 'close']],
  voided: [[1, 'void']],
};
