import { z } from 'zod';
import { id, name, optionalText, phone, text, timeMs } from '../fields.ts';

/** 主城区 / 其它区域: decides the arrival limit (篇三 四(二)1). */
export const zoneSchema = z.enum(['mainUrban', 'other'], 'required');
export type Zone = z.infer<typeof zoneSchema>;

/** 一般 / 较大 / 重大: a person's judgement that may rise (篇三 四(二)2). */
export const severitySchema = z.enum(['ordinary', 'serious', 'grave'], 'required');
export type Severity = z.infer<typeof severitySchema>;
export const severityRank: Record<Severity, number> = { ordinary: 0, serious: 1, grave: 2 };

export const stateSchema = z.enum([
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
]);
export type InstructionState = z.infer<typeof stateSchema>;

/** How an order or notice was passed on. */
export const meansSchema = z.enum(['phone', 'radio', 'inPerson', 'message']);

/** Why a team is late; 特殊情况 / 特殊区域 / 其他 of 篇三 四(二)1. */
export const delayKindSchema = z.enum(['circumstance', 'area', 'other']);

/** 篇三 四(一): an instruction as the liaison takes it from the linkage centre. */
export const receiveSchema = z.object({
  centreNo: optionalText(60),
  issuedAtMs: timeMs(),
  caller: optionalText(60),
  phone: phone(),
  place: text(120),
  zone: zoneSchema,
  gridNo: z.string().max(20).nullable().default(null),
  categoryNo: z.number().int().min(1).max(99).nullable().default(null),
  text: text(),
  severity: severitySchema.default('ordinary'),
  readBack: z.boolean().default(false),
});

const team = { dispatchId: id().optional() };

/**
 * The input of every action on one instruction. A time inside an action is when it happened; left out it is the
 * engine's present. `dispatchId` names the team; left out it is the earliest that has not arrived, else the last.
 */
export const actionSchemas = {
  decline: z.object({ explainedTo: name(), text: text() }),
  duplicate: z.object({ ofId: id() }),
  void: z.object({ reason: text(500) }),
  dispatch: z.object({
    to: z.object({ kind: z.enum(['unit', 'group']), id: id() }),
    takenBy: optionalText(60),
    takenAtMs: timeMs().optional(),
    means: meansSchema.default('phone'),
  }),
  take: z.object({
    ...team,
    takenBy: name(),
    takenAtMs: timeMs().optional(),
    means: meansSchema.default('phone'),
  }),
  recall: z.object({ ...team, reason: text(500) }),
  notify: z.object({
    who: name(),
    notifiedAtMs: timeMs().optional(),
    means: meansSchema.default('phone'),
    text: optionalText(),
  }),
  raiseSeverity: z.object({
    to: severitySchema,
    notified: optionalText(60),
    notifiedAtMs: timeMs().optional(),
  }),
  enRoute: z.object({
    ...team,
    leftAtMs: timeMs().optional(),
    members: z.array(name()).max(60, 'tooMany').default([]),
    vehicle: optionalText(40),
    uniformed: z.boolean().nullable().default(null),
  }),
  delayed: z.object({
    ...team,
    reason: text(500),
    reasonKind: delayKindSchema.default('other'),
    explainedTo: name(),
    explainedAtMs: timeMs().optional(),
    expectedAtMs: timeMs().nullable().default(null),
  }),
  onScene: z.object({ ...team, arrivedAtMs: timeMs().optional(), text: optionalText() }),
  sceneReport: z.object({ ...team, text: text() }),
  confirmScope: z.object({ inScope: z.boolean(), explainedTo: optionalText(60) }),
  transfer: z.object({
    to: name(),
    receiver: name(),
    transferredAtMs: timeMs().optional(),
    text: optionalText(),
  }),
  resolve: z.object({ text: text() }),
  reportBack: z.object({ to: name(), reportedAtMs: timeMs().optional() }),
  followUp: z.object({ owner: name(), dueAtMs: timeMs(), text: text(), explainedTo: name() }),
  followUpDone: z.object({ text: text() }),
  close: z.object({}),
  reopen: z.object({ reason: text(500) }),
  correct: z.object({
    field: z.enum(['zone', 'takenAt', 'arrivedAt', 'place', 'phone', 'caller', 'category', 'text']),
    ...team,
    zone: zoneSchema.optional(),
    timeMs: timeMs().optional(),
    text: optionalText(),
    reason: text(500),
  }),
} as const;

export type ActionName = keyof typeof actionSchemas;
export type ActionInput<A extends ActionName> = z.infer<(typeof actionSchemas)[A]>;
export type Action = { [A in ActionName]: { name: A; input: ActionInput<A> } }[ActionName];
export const actionNames = Object.keys(actionSchemas) as ActionName[];

/** One team sent to one instruction, with its own clock (篇三 四(二)1). */
export type Dispatch = {
  id: string;
  to: { kind: 'unit' | 'group'; id: string; name: string };
  dispatchedAtMs: number;
  /** The limit in force when it was sent, for the zone as it is known now. */
  limitMinutes: number;
  takenBy: string;
  takenAtMs: number | null;
  /** When the desk recorded what its present deadline rests on (dispatch, taking, correction). */
  clockSetAtMs: number;
  recalled: { atMs: number; reason: string } | null;
  leftAtMs: number | null;
  members: string[];
  vehicle: string;
  uniformed: boolean | null;
  explanations: {
    reason: string;
    explainedTo: string;
    explainedAtMs: number;
    expectedAtMs: number | null;
    recordedAtMs: number;
  }[];
  arrivedAtMs: number | null;
  arrivalRecordedAtMs: number | null;
  sceneText: string;
  sceneRecordedAtMs: number | null;
};

/** For whom a notice counts; `both` where one person is deputy in charge and head, or neither is known. */
export type NoticeRole = 'deputy' | 'head' | 'both' | 'other';

export type Notice = {
  who: string;
  role: NoticeRole;
  notifiedAtMs: number;
  recordedAtMs: number;
  text: string;
};
export type InstructionFollowUp = {
  id: string;
  owner: string;
  dueAtMs: number;
  text: string;
  recordedAtMs: number;
  done: { atMs: number; text: string } | null;
};

/** An instruction as its events have made it. All times epoch ms UTC; `…RecordedAtMs` is the engine's clock. */
export type Instruction = {
  id: string;
  /** Our own number without gaps, for example `2026-000123`. */
  number: string;
  centreNo: string;
  issuedAtMs: number;
  receivedAtMs: number;
  receivedBy: string;
  shiftId: string;
  caller: string;
  phone: string;
  place: string;
  zone: Zone;
  gridNo: string | null;
  categoryNo: number | null;
  text: string;
  severity: Severity;
  severityAtMs: number;
  state: InstructionState;
  dispatches: Dispatch[];
  notices: Notice[];
  declined: { explainedTo: string; text: string; atMs: number } | null;
  duplicateOf: string | null;
  voided: { reason: string; atMs: number } | null;
  scope: { inScope: boolean; explainedTo: string; atMs: number } | null;
  transfer: { to: string; receiver: string; transferredAtMs: number } | null;
  disposition: { text: string; recordedAtMs: number } | null;
  reportBack: { to: string; reportedAtMs: number; recordedAtMs: number } | null;
  followUps: InstructionFollowUp[];
  closedAtMs: number | null;
  reopenedAtMs: number | null;
  /** Number of events so far; a write names it, so that a stale screen is refused. */
  version: number;
};

/** What the engine resolved when it accepted an action: kept with the event, so that replaying needs no lookups. */
export type Resolved = {
  dispatchId?: string;
  followUpId?: string;
  to?: { kind: 'unit' | 'group'; id: string; name: string };
  limitMinutes?: number;
  noticeRole?: NoticeRole;
  /** Limits of all dispatches after a corrected zone, by dispatch id. */
  limits?: Record<string, number>;
  /** What stood before a correction, for the timeline. */
  before?: string;
};

/** One accepted action: permanent. `occurredAtMs` is when it happened, `recordedAtMs` when the desk recorded it. */
export type InstructionEvent = Action & {
  id: string;
  instructionId: string;
  resolved: Resolved;
  actorId: string | null;
  occurredAtMs: number;
  recordedAtMs: number;
};
