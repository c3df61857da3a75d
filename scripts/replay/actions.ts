import type { DeskClient } from '../../shared/contract/index.ts';
import type { ActionName } from '../../shared/instructions/types.ts';
import { delayKinds, type ScriptEvent, type ScriptTime, severities, urgencies } from './script.ts';

/** A field of a script event as text; empty when it is not there. */
export const textOf = (event: ScriptEvent, field: string): string => {
  const value = event[field];
  return typeof value === 'string' ? value : '';
};

const code = (codes: Record<string, string>, word: string): string => codes[word] ?? word;

type Lookup = {
  time: ScriptTime;
  instructionId: (ref: string) => string;
  target: (name: string) => { kind: 'unit' | 'group'; id: string };
  dispatchId: (ref: string, team: string) => Promise<string>;
};

const timeFields: Partial<Record<string, [from: string, to: string]>> = {
  dispatch: ['takenAt', 'takenAtMs'],
  notify: ['notifiedAt', 'notifiedAtMs'],
  raiseSeverity: ['notifiedAt', 'notifiedAtMs'],
  enRoute: ['leftAt', 'leftAtMs'],
  delayed: ['explainedAt', 'explainedAtMs'],
  onScene: ['arrivedAt', 'arrivedAtMs'],
  transfer: ['transferredAt', 'transferredAtMs'],
  reportBack: ['reportedAt', 'reportedAtMs'],
};

/** The contract's input of one instruction action of a script. What the script leaves out stays out. */
export async function actionInput(event: ScriptEvent, find: Lookup): Promise<Record<string, unknown>> {
  const { at: _at, do: name, ref: _ref, by: _by, refused: _refused, team, ...rest } = event;
  const input = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const times = timeFields[name];
  if (times) {
    const typed = input[times[0]];
    delete input[times[0]];
    if (typeof typed === 'string' && typed !== '') input[times[1]] = find.time.ms(typed);
  }
  if (name === 'delayed') {
    input.expectedAtMs = typeof event.expectedAt === 'string' ? find.time.ms(event.expectedAt) : null;
    input.reasonKind = code(delayKinds, textOf(event, 'reasonKind') || '其他');
  }
  if (name === 'dispatch') input.to = find.target(textOf(event, 'to'));
  if (name === 'duplicate') input.ofId = find.instructionId(textOf(event, 'of'));
  if (name === 'raiseSeverity') input.to = code(severities, textOf(event, 'to'));
  if (name === 'followUp') input.dueAtMs = find.time.ms(textOf(event, 'due'));
  if (name === 'enRoute' && input.uniformed === undefined) input.uniformed = null;
  if (typeof team === 'string') input.dispatchId = await find.dispatchId(textOf(event, 'ref'), team);
  return input;
}

/** Calls the procedure of an action by its name: every one takes the same shape. */
export function callAction(
  desk: DeskClient,
  name: ActionName,
  id: string,
  action: Record<string, unknown>,
): Promise<unknown> {
  const procedure = desk.instructions[name] as (input: { id: string; action: unknown }) => Promise<unknown>;
  return procedure({ id, action });
}

/** The contract's input of a `receive`. */
export function receiveInput(event: ScriptEvent, time: ScriptTime) {
  return {
    centreNo: textOf(event, 'centreNo'),
    issuedAtMs: time.ms(textOf(event, 'issuedAt') || event.at),
    caller: textOf(event, 'caller'),
    phone: textOf(event, 'phone'),
    place: textOf(event, 'place'),
    zone: event.zone as 'mainUrban' | 'other',
    gridNo: typeof event.grid === 'string' ? event.grid : null,
    categoryNo: typeof event.category === 'number' ? event.category : null,
    text: textOf(event, 'text'),
    severity: code(severities, textOf(event, 'severity') || '一般') as 'ordinary' | 'serious' | 'grave',
    readBack: true,
  };
}

/** The contract's input of a `log`. */
export function logInput(event: ScriptEvent, time: ScriptTime) {
  const at = (field: string) => (textOf(event, field) ? time.ms(textOf(event, field)) : null);
  const followUp = event.followUp as { owner: string; due: string } | undefined;
  return {
    kind: event.kind as 'callIn',
    text: textOf(event, 'text'),
    occurredAtMs: at('occurredAt') ?? undefined,
    from: textOf(event, 'from'),
    phone: textOf(event, 'phone'),
    title: textOf(event, 'title'),
    urgency: event.urgency ? (code(urgencies, textOf(event, 'urgency')) as 'urgent') : null,
    calledAtMs: at('calledAt'),
    answeredAtMs: at('answeredAt'),
    receivedBy: textOf(event, 'receivedBy'),
    followUp: followUp ? { owner: followUp.owner, dueAtMs: time.ms(followUp.due) } : null,
  };
}
