import { conflict, DeskError, invalid } from '../errors.ts';
import type { Limits } from '../settings/types.ts';
import { clockStartMs } from './clock.ts';
import { judgeCorrection } from './correction.ts';
import {
  type Judgement,
  minuteOf,
  notAhead,
  notBeforeCall,
  notBeforeDispatch,
  teamTime,
} from './judgement.ts';
import { allows } from './lifecycle.ts';
import { obligationsOf } from './obligations.ts';
import { awaitingReport, goneTeam, leavingTeam, teamOf } from './team-choice.ts';
import {
  type Action,
  type ActionInput,
  type Instruction,
  type InstructionEvent,
  type NoticeRole,
  severityRank,
} from './types.ts';

/** What a decision may look at besides the record. Names of leaders are those in force for this instruction now. */
export type DecideContext = {
  nowMs: number;
  actorId: string | null;
  limits: Limits;
  deputies: readonly string[];
  head: string;
  /** Resolves a dispatch target to its name; undefined when there is no such unit or group. */
  target?: { kind: 'unit' | 'group'; id: string; name: string };
  /** Whether anybody of the target can go; undefined where nobody is known by name. */
  targetAvailable?: boolean;
  /** The word of the chosen disposition code; undefined when there is no such code. */
  dispositionCode?: string;
  /** Whether a corrected grid exists. */
  gridKnown?: boolean;
  /** The number of a corrected category; undefined when there is no such category. */
  categoryNo?: number;
  /** The limits in force when each team was sent, by dispatch id, for a corrected zone. */
  limitsAtDispatch?: ReadonlyMap<string, Limits>;
  /** The centre's numbers of the calls linked to it, ours where the centre gave none. */
  linked?: readonly string[];
  /** The instruction a duplicate points to. */
  original?: Pick<Instruction, 'id' | 'state' | 'duplicateOf'>;
  newId: () => string;
};

/**
 * Decides one action on an instruction: returns the permanent event, or throws the refusal
 * (`conflict` not in the lifecycle table, `owed` closing too early, `invalid` a field or time). Roles are checked before.
 */
export function decide(i: Instruction, action: Action, ctx: DecideContext): InstructionEvent {
  if (!allows(action.name, i.state)) throw conflict('lifecycle', `${i.state}:${action.name}`);
  const { resolved, occurredAtMs } = judge(i, action, ctx);
  return {
    ...action,
    id: ctx.newId(),
    instructionId: i.id,
    resolved,
    actorId: ctx.actorId,
    occurredAtMs: occurredAtMs ?? ctx.nowMs,
    recordedAtMs: ctx.nowMs,
  };
}

function judge(i: Instruction, action: Action, ctx: DecideContext): Judgement {
  switch (action.name) {
    case 'duplicate':
      return judgeDuplicate(i, ctx);
    case 'dispatch':
      return judgeDispatch(i, action.input, ctx);
    case 'take':
      return judgeTaking(i, action.input, ctx);
    case 'recall': {
      const team = teamOf(i, action.input);
      if (team.arrivedAtMs !== null) throw conflict('alreadyArrived');
      return teamTime(team, undefined);
    }
    case 'notify':
      if (action.input.order && action.input.order.dueAtMs <= ctx.nowMs)
        throw invalid(['order', 'dueAtMs'], 'dueInPast');
      return {
        resolved: {
          noticeRole: roleOf(action.input.who, ctx),
          ...(action.input.order ? { orderId: ctx.newId() } : {}),
        },
        occurredAtMs: notAhead(action.input.notifiedAtMs, 'notifiedAtMs', ctx),
      };
    case 'orderDone': {
      const { orderId } = action.input;
      const order = i.orders.find((o) => (orderId ? o.id === orderId : o.done === null));
      if (!order) throw conflict('noOrder');
      if (order.done) throw conflict('orderDone');
      return { resolved: { orderId: order.id } };
    }
    case 'raiseSeverity': {
      if (severityRank[action.input.to] <= severityRank[i.severity]) throw invalid('to', 'severityOnlyRises');
      const occurredAtMs = notAhead(action.input.notifiedAtMs, 'notifiedAtMs', ctx);
      return { resolved: { noticeRole: roleOf(action.input.notified, ctx) }, occurredAtMs };
    }
    case 'enRoute': {
      const team = leavingTeam(i, action.input);
      if (team.leftAtMs !== null) throw conflict('alreadyLeft');
      if (team.arrivedAtMs !== null) throw conflict('alreadyArrived');
      return teamTime(team, notAhead(action.input.leftAtMs, 'leftAtMs', ctx));
    }
    case 'turnout':
      return teamTime(goneTeam(i, action.input), undefined);
    case 'returned':
      return judgeReturn(i, action.input, ctx);
    case 'delayed': {
      notAhead(action.input.explainedAtMs, 'explainedAtMs', ctx);
      notBeforeCall(i, action.input.explainedAtMs, 'explainedAtMs');
      return teamTime(teamOf(i, action.input), action.input.explainedAtMs);
    }
    case 'onScene':
      return judgeArrival(i, action.input, ctx);
    case 'sceneReport': {
      const reporting = action.input.dispatchId ? teamOf(i, action.input) : awaitingReport(i);
      if (!reporting || reporting.arrivedAtMs === null) throw conflict('notArrived');
      return teamTime(reporting, undefined);
    }
    case 'confirmScope':
      // What was handed over is no longer ours to handle; only the words to the centre may still be missing.
      if (i.state === 'transferred' && action.input.inScope)
        throw conflict('lifecycle', `${i.state}:confirmScope`);
      return { resolved: {} };
    case 'transfer':
      notBeforeCall(i, action.input.transferredAtMs, 'transferredAtMs');
      return { resolved: {}, occurredAtMs: notAhead(action.input.transferredAtMs, 'transferredAtMs', ctx) };
    case 'resolve': {
      const { codeId, resolvedAtMs } = action.input;
      if (resolvedAtMs !== undefined && i.backEnteredAtMs === null)
        throw invalid('resolvedAtMs', 'backEntryOnly');
      const occurredAtMs = notAhead(resolvedAtMs, 'resolvedAtMs', ctx);
      if (codeId === null) return { resolved: {}, occurredAtMs };
      if (ctx.dispositionCode === undefined) throw invalid('codeId', 'unknownCode');
      return { resolved: { code: ctx.dispositionCode }, occurredAtMs };
    }
    case 'reportBack':
      notBeforeCall(i, action.input.reportedAtMs, 'reportedAtMs');
      return {
        resolved: { linked: [...(ctx.linked ?? [])] },
        occurredAtMs: notAhead(action.input.reportedAtMs, 'reportedAtMs', ctx),
      };
    case 'followUp':
      if (i.followUps.some((f) => f.done === null)) throw conflict('followUpOpen');
      requireDueTimes(action.input, action.input.dueAtMs, ctx);
      return { resolved: { followUpId: ctx.newId() } };
    case 'followUpNote': {
      const open = openFollowUp(i, action.input);
      requireDueTimes(action.input, action.input.dueAtMs ?? open.dueAtMs, ctx);
      return { resolved: { followUpId: open.id } };
    }
    case 'followUpDone':
      return { resolved: { followUpId: openFollowUp(i, action.input).id } };
    case 'close': {
      const codes = obligationsOf(i, ctx.nowMs, ctx.limits).map((o) => o.code);
      if (codes.length > 0) throw new DeskError('owed', { codes });
      if (i.state !== 'resolved' && i.state !== 'transferred')
        throw conflict('lifecycle', `${i.state}:close`);
      return { resolved: {} };
    }
    case 'correct':
      return judgeCorrection(i, action.input, ctx);
    default:
      return { resolved: {} };
  }
}

function judgeDuplicate(i: Instruction, ctx: DecideContext): Judgement {
  const original = ctx.original;
  if (!original) throw invalid('ofId', 'unknownInstruction');
  if (original.id === i.id) throw invalid('ofId', 'duplicateOfItself');
  if (original.duplicateOf || original.state === 'voided') throw invalid('ofId', 'duplicateOfVoided');
  return { resolved: {} };
}

function judgeDispatch(i: Instruction, input: ActionInput<'dispatch'>, ctx: DecideContext): Judgement {
  notAhead(input.takenAtMs, 'takenAtMs', ctx);
  if (!ctx.target) throw invalid('to', 'unknownTarget');
  // Asked, never forbidden: the reason is recorded with the dispatch.
  if (ctx.targetAvailable === false && input.despite === '') throw invalid('despite', 'nobodyAvailable');
  if (input.dispatchedAtMs !== undefined) {
    if (i.backEnteredAtMs === null) throw invalid('dispatchedAtMs', 'backEntryOnly');
    notAhead(input.dispatchedAtMs, 'dispatchedAtMs', ctx);
    if (input.dispatchedAtMs < i.receivedAtMs) throw invalid('dispatchedAtMs', 'beforeReceipt');
  }
  const limitMinutes = ctx.limits.arrivalMinutes[i.zone];
  return {
    resolved: { dispatchId: ctx.newId(), to: ctx.target, limitMinutes },
    occurredAtMs: input.dispatchedAtMs,
  };
}

/** Taken afterwards, the order was taken before the team arrived: else a late arrival would count as on time. */
function judgeTaking(i: Instruction, input: ActionInput<'take'>, ctx: DecideContext): Judgement {
  const team = teamOf(i, input);
  if (team.takenAtMs !== null) throw conflict('alreadyTaken');
  const takenAtMs = notAhead(input.takenAtMs, 'takenAtMs', ctx);
  if (team.arrivedAtMs !== null && minuteOf(takenAtMs ?? ctx.nowMs) > team.arrivedAtMs)
    throw invalid('takenAtMs', 'afterArrival');
  return teamTime(team, takenAtMs);
}

/** The follow-up an action means: the open one. One named from a stale list must still be it. */
function openFollowUp(i: Instruction, input: { followUpId?: string }) {
  const open = i.followUps.find((f) => f.done === null);
  if (input.followUpId !== undefined && input.followUpId !== open?.id) throw conflict('followUpDone');
  if (!open) throw conflict('noFollowUp');
  return open;
}

function judgeReturn(i: Instruction, input: ActionInput<'returned'>, ctx: DecideContext): Judgement {
  const out = i.dispatches.filter((d) => !d.recalled && d.returnedAtMs === null);
  const team = input.dispatchId ? goneTeam(i, input) : (out[0] ?? goneTeam(i, input));
  if (team.returnedAtMs !== null) throw conflict('alreadyReturned');
  const returnedAtMs = notAhead(input.returnedAtMs, 'returnedAtMs', ctx) ?? ctx.nowMs;
  if (returnedAtMs < minuteOf(team.arrivedAtMs ?? clockStartMs(team)))
    throw invalid('returnedAtMs', 'beforeArrival');
  return teamTime(team, returnedAtMs);
}

/** A due time lies ahead, and its reminder between now and it. */
function requireDueTimes(
  input: { dueAtMs?: number; remindAtMs?: number | null },
  dueAtMs: number,
  ctx: DecideContext,
): void {
  if (input.dueAtMs !== undefined && input.dueAtMs <= ctx.nowMs) throw invalid('dueAtMs', 'dueInPast');
  const remindAtMs = input.remindAtMs ?? null;
  if (remindAtMs === null) return;
  if (remindAtMs <= ctx.nowMs) throw invalid('remindAtMs', 'dueInPast');
  if (remindAtMs >= dueAtMs) throw invalid('remindAtMs', 'remindAfterDue');
}

function judgeArrival(i: Instruction, input: ActionInput<'onScene'>, ctx: DecideContext): Judgement {
  const team = teamOf(i, input);
  if (team.arrivedAtMs !== null) throw conflict('alreadyArrived');
  const arrivedAtMs = notAhead(input.arrivedAtMs, 'arrivedAtMs', ctx) ?? ctx.nowMs;
  notBeforeDispatch(team, arrivedAtMs, 'arrivedAtMs');
  return teamTime(team, arrivedAtMs);
}

/** A leader the reference data do not name cannot be told by name: there any named notice counts. */
function roleOf(who: string, ctx: DecideContext): NoticeRole {
  if (who === '') return 'other';
  const deputy = ctx.deputies.length === 0 || ctx.deputies.includes(who);
  const head = ctx.head === '' || who === ctx.head;
  if (deputy && head) return 'both';
  if (deputy) return 'deputy';
  return head ? 'head' : 'other';
}
