import { conflict, invalid } from '../errors.ts';
import type { DecideContext } from './decide.ts';
import { type Judgement, minuteOf, notAhead, notBeforeDispatch } from './judgement.ts';
import { teamOf } from './team-choice.ts';
import {
  type ActionInput,
  actionSchemas,
  type Dispatch,
  type Instruction,
  type InstructionEvent,
  receiveSchema,
} from './types.ts';

/** Decides a correction: the field exists to correct, and its new value is one the field may have. */
export function judgeCorrection(
  i: Instruction,
  input: ActionInput<'correct'>,
  ctx: DecideContext,
): Judgement {
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
    else if (team.arrivedAtMs !== null && minuteOf(input.timeMs) > team.arrivedAtMs)
      throw invalid('timeMs', 'afterArrival');
    return { resolved: { dispatchId: team.id, before: String(before) } };
  }
  if (input.field === 'takenBy' || input.field === 'scene') {
    const team = teamOf(i, input);
    const before = input.field === 'takenBy' ? team.takenBy : team.sceneText;
    if (before === '') throw conflict('nothingToCorrect');
    const { take, sceneReport } = actionSchemas;
    const schema = input.field === 'takenBy' ? take.shape.takenBy : sceneReport.shape.text;
    requireText(schema.safeParse(input.text));
    return { resolved: { dispatchId: team.id, before } };
  }
  if (input.field === 'issuedAt') {
    if (input.timeMs === undefined) throw invalid('timeMs', 'required');
    notAhead(input.timeMs, 'timeMs', ctx);
    return { resolved: { before: String(i.issuedAtMs) } };
  }
  if (input.field === 'grid') {
    if (input.text && !ctx.gridKnown) throw invalid('text', 'unknownGrid');
    return { resolved: { before: i.gridNo ?? '' } };
  }
  if (input.field === 'disposition') {
    if (!i.disposition) throw conflict('nothingToCorrect');
    if (!input.text) throw invalid('text', 'required');
    return { resolved: { before: i.disposition.text } };
  }
  if (input.field === 'category') {
    if (!input.text) throw invalid('text', 'required');
    if (ctx.categoryNo === undefined) throw invalid('text', 'unknownCategory');
    return { resolved: { before: String(i.categoryNo ?? '') } };
  }
  requireText(receiveSchema.shape[input.field].safeParse(input.text ?? ''));
  return { resolved: { before: i[input.field] } };
}

function requireText(typed: { error?: { issues: { message: string }[] } | undefined }): void {
  if (typed.error) throw invalid('text', typed.error.issues[0]?.message ?? 'badValue');
}

/** The record after an accepted correction; what stood before stays in the event. */
export function applyCorrection(
  i: Instruction,
  input: ActionInput<'correct'>,
  event: InstructionEvent,
): Instruction {
  const { dispatchId, limits } = event.resolved;
  const time = input.timeMs ?? null;
  const onTeam = (patch: Partial<Dispatch>) => ({
    ...i,
    dispatches: i.dispatches.map((d) => (d.id === dispatchId ? { ...d, ...patch } : d)),
  });
  switch (input.field) {
    case 'zone':
      return {
        ...i,
        zone: input.zone ?? i.zone,
        dispatches: i.dispatches.map((d) => ({
          ...d,
          limitMinutes: limits?.[d.id] ?? d.limitMinutes,
          clockSetAtMs: event.recordedAtMs,
        })),
      };
    case 'takenAt':
      return onTeam({ takenAtMs: time, clockSetAtMs: event.recordedAtMs });
    case 'takenBy':
      return onTeam({ takenBy: input.text });
    case 'scene':
      return onTeam({ sceneText: input.text });
    case 'arrivedAt':
      return onTeam({ arrivedAtMs: time });
    case 'category':
      return { ...i, categoryNo: Number(input.text) };
    case 'issuedAt':
      return { ...i, issuedAtMs: time ?? i.issuedAtMs };
    case 'grid':
      return { ...i, gridNo: input.text || null };
    case 'disposition':
      return { ...i, disposition: i.disposition && { ...i.disposition, text: input.text } };
    default:
      return { ...i, [input.field]: input.text ?? '' };
  }
}
