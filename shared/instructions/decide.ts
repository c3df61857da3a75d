import { conflict, DeskError, invalid } from '../errors.ts';
import type { Limits } from '../settings/types.ts';
import { tooFarAhead } from '../time/occurrence.ts';
import { clockStartMs, impliedDispatch } from './clock.ts';
import { allows } from './lifecycle.ts';
import { obligationsOf } from './obligations.ts';
import {
  type Action,
  type ActionInput,
  type Dispatch,
  type Instruction,
  type InstructionEvent,
  type NoticeRole,
  type Resolved,
  receiveSchema,
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
  /** The number of a corrected category; undefined when there is no such category. */
  categoryNo?: number;
  /** The limits in force when each team was sent, by dispatch id, for a corrected zone. */
  limitsAtDispatch?: ReadonlyMap<string, Limits>;
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

type Judgement = { resolved: Resolved; occurredAtMs?: number };

function judge(i: Instruction, action: Action, ctx: DecideContext): Judgement {
  switch (action.name) {
    case 'duplicate':
      return judgeDuplicate(i, ctx);
    case 'dispatch': {
      notAhead(action.input.takenAtMs, 'takenAtMs', ctx);
      if (!ctx.target) throw invalid('to', 'unknownTarget');
      return {
        resolved: {
          dispatchId: ctx.newId(),
          to: ctx.target,
          limitMinutes: ctx.limits.arrivalMinutes[i.zone],
        },
      };
    }
    case 'take': {
      const team = teamOf(i, action.input);
      if (team.takenAtMs !== null) throw conflict('alreadyTaken');
      return teamTime(team, notAhead(action.input.takenAtMs, 'takenAtMs', ctx));
    }
    case 'recall': {
      const team = teamOf(i, action.input);
      if (team.arrivedAtMs !== null) throw conflict('alreadyArrived');
      return teamTime(team, undefined);
    }
    case 'notify':
      return {
        resolved: { noticeRole: roleOf(action.input.who, ctx) },
        occurredAtMs: notAhead(action.input.notifiedAtMs, 'notifiedAtMs', ctx),
      };
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
    case 'delayed': {
      notAhead(action.input.explainedAtMs, 'explainedAtMs', ctx);
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
      return { resolved: {}, occurredAtMs: notAhead(action.input.transferredAtMs, 'transferredAtMs', ctx) };
    case 'reportBack':
      return { resolved: {}, occurredAtMs: notAhead(action.input.reportedAtMs, 'reportedAtMs', ctx) };
    case 'followUp':
      if (i.followUps.some((f) => f.done === null)) throw conflict('followUpOpen');
      if (action.input.dueAtMs <= ctx.nowMs) throw invalid('dueAtMs', 'dueInPast');
      return { resolved: { followUpId: ctx.newId() } };
    case 'followUpDone': {
      const open = i.followUps.find((f) => f.done === null);
      if (!open) throw conflict('noFollowUp');
      return { resolved: { followUpId: open.id } };
    }
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

function judgeArrival(i: Instruction, input: ActionInput<'onScene'>, ctx: DecideContext): Judgement {
  const team = teamOf(i, input);
  if (team.arrivedAtMs !== null) throw conflict('alreadyArrived');
  const arrivedAtMs = notAhead(input.arrivedAtMs, 'arrivedAtMs', ctx) ?? ctx.nowMs;
  notBeforeDispatch(team, arrivedAtMs, 'arrivedAtMs');
  return teamTime(team, arrivedAtMs);
}

function notBeforeDispatch(team: Dispatch, arrivedAtMs: number, path: string): void {
  if (arrivedAtMs < Math.min(clockStartMs(team), team.dispatchedAtMs)) throw invalid(path, 'beforeDispatch');
}

function judgeCorrection(i: Instruction, input: ActionInput<'correct'>, ctx: DecideContext): Judgement {
  // What decides lateness may owe an explanation: that needs the instruction open again.
  const decidesLateness = input.field === 'zone' || input.field === 'takenAt' || input.field === 'arrivedAt';
  if (i.state === 'closed' && decidesLateness) throw conflict('reopenFirst');
  if (input.field === 'zone') {
    if (!input.zone) throw invalid('zone', 'required');
    const { zone } = input;
    const limit = (d: Dispatch) => (ctx.limitsAtDispatch?.get(d.id) ?? ctx.limits).arrivalMinutes[zone];
    return {
      resolved: { before: i.zone, limits: Object.fromEntries(i.dispatches.map((d) => [d.id, limit(d)])) },
    };
  }
  if (input.field === 'takenAt' || input.field === 'arrivedAt') {
    const team = teamOf(i, input);
    const before = input.field === 'takenAt' ? team.takenAtMs : team.arrivedAtMs;
    if (before === null) throw conflict('nothingToCorrect');
    if (input.timeMs === undefined) throw invalid('timeMs', 'required');
    notAhead(input.timeMs, 'timeMs', ctx);
    if (input.field === 'arrivedAt') notBeforeDispatch(team, input.timeMs, 'timeMs');
    else if (team.arrivedAtMs !== null && input.timeMs > team.arrivedAtMs)
      throw invalid('timeMs', 'afterArrival');
    return { resolved: { dispatchId: team.id, before: String(before) } };
  }
  if (input.field === 'category') {
    if (!input.text) throw invalid('text', 'required');
    if (ctx.categoryNo === undefined) throw invalid('text', 'unknownCategory');
    return { resolved: { before: String(i.categoryNo ?? '') } };
  }
  const typed = receiveSchema.shape[input.field].safeParse(input.text ?? '');
  if (!typed.success) throw invalid('text', typed.error.issues[0]?.message ?? 'badValue');
  return { resolved: { before: i[input.field] } };
}

const teamTime = (team: Dispatch, occurredAtMs: number | undefined): Judgement => ({
  resolved: { dispatchId: team.id },
  occurredAtMs,
});

function teamOf(i: Instruction, input: { dispatchId?: string }): Dispatch {
  const team = input.dispatchId ? i.dispatches.find((d) => d.id === input.dispatchId) : impliedDispatch(i);
  if (!team) throw conflict('noTeam');
  if (team.recalled) throw conflict('teamRecalled');
  return team;
}

/** The team that sets out: the one named, else the earliest that has neither left nor arrived. */
function leavingTeam(i: Instruction, input: { dispatchId?: string }): Dispatch {
  const waiting = i.dispatches.find((d) => !d.recalled && d.leftAtMs === null && d.arrivedAtMs === null);
  return input.dispatchId === undefined && waiting ? waiting : teamOf(i, input);
}

/** The arrived team that still owes its report, else the last that arrived. */
function awaitingReport(i: Instruction): Dispatch | undefined {
  const arrived = i.dispatches.filter((d) => d.arrivedAtMs !== null);
  return arrived.find((d) => d.sceneRecordedAtMs === null) ?? arrived.at(-1);
}

function notAhead(typedMs: number | undefined, path: string, ctx: DecideContext): number | undefined {
  if (typedMs !== undefined && tooFarAhead(typedMs, ctx.nowMs)) throw invalid(path, 'future');
  return typedMs;
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
