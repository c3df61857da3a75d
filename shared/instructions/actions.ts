import { z } from 'zod';
import { id, name, optionalText, outsideNumber, phone, text, timeMs } from '../fields.ts';
import {
  dangerSchema,
  delayKindSchema,
  meansSchema,
  outOfScopeKindSchema,
  repeatKindSchema,
  severitySchema,
  zoneSchema,
} from './words.ts';

/** 篇三 四(一): an instruction as the liaison takes it from the linkage centre. */
export const receiveSchema = z.object({
  centreNo: outsideNumber(60),
  issuedAtMs: timeMs(),
  caller: optionalText(60),
  phone: phone(),
  place: text(120),
  zone: zoneSchema,
  gridNo: z.string().max(20).nullable().default(null),
  categoryNo: z.number().int().min(1).max(99).nullable().default(null),
  text: text(),
  severity: severitySchema.default('ordinary'),
  /** 有无人身危险; null while not asked. */
  danger: dangerSchema.nullable().default(null),
  readBack: z.boolean().default(false),
  /** The same event as another instruction: received and linked in one step, both callers and numbers kept. */
  duplicateOfId: id().nullable().default(null),
  /** The same caller's earlier instruction, and whether this is a repeated complaint or rework of it. */
  earlier: z.object({ id: id(), kind: repeatKindSchema }).nullable().default(null),
});

const team = { dispatchId: id().optional() };
const means = meansSchema.default('phone');
const crewOnIt = {
  members: z.array(name()).max(60, 'tooMany').default([]),
  vehicle: optionalText(40),
  uniformed: z.boolean().nullable().default(null),
};

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
    means,
    /** A leader must come to the scene: the deputy in charge is owed the same order (篇三 四(一)). */
    leaderNeeded: z.boolean().default(false),
    /** Why it goes there although nobody there is available; asked for only then. */
    despite: optionalText(300),
    /** Back-entry of a paper form only: when the order was given. */
    dispatchedAtMs: timeMs().optional(),
  }),
  take: z.object({ ...team, takenBy: name(), takenAtMs: timeMs().optional(), means }),
  recall: z.object({ ...team, reason: text(500) }),
  notify: z.object({
    who: name(),
    notifiedAtMs: timeMs().optional(),
    means,
    text: optionalText(),
    /** Who passed it on, where it was not the desk: the head is told through the deputy in charge (篇三 四(二)2). */
    through: optionalText(60),
    /** What the leader ordered (领导批示): owed by `owner` until reported done. */
    order: z.object({ text: text(), owner: name(), dueAtMs: timeMs() }).nullable().default(null),
  }),
  orderDone: z.object({ orderId: id().optional(), text: text() }),
  raiseSeverity: z.object({
    to: severitySchema,
    notified: optionalText(60),
    notifiedAtMs: timeMs().optional(),
    means,
  }),
  enRoute: z.object({ ...team, leftAtMs: timeMs().optional(), ...crewOnIt }),
  /** 出动人员登记: who went, in what, dressed how; may be set right any time, the last one counts. */
  turnout: z.object({ ...team, ...crewOnIt }),
  /** 归队: the team is back; ends the attendance of its members. */
  returned: z.object({ ...team, returnedAtMs: timeMs().optional() }),
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
  confirmScope: z.object({
    inScope: z.boolean(),
    explainedTo: optionalText(60),
    kind: outOfScopeKindSchema.default('theirs'),
    /** 受理部门: who was asked to come; our team keeps order until then (篇三 四(二)2). */
    competent: optionalText(60),
  }),
  transfer: z.object({
    to: name(),
    receiver: name(),
    transferredAtMs: timeMs().optional(),
    text: optionalText(),
    /** 维护现场秩序: whether the team kept order until the competent department came. */
    orderKept: z.boolean().nullable().default(null),
  }),
  resolve: z.object({
    text: text(),
    /** The disposition code (处置代码) chosen from the office's list. */
    codeId: id().nullable().default(null),
    /** Back-entry of a paper form only: when it was done. */
    resolvedAtMs: timeMs().optional(),
  }),
  reportBack: z.object({ to: name(), reportedAtMs: timeMs().optional() }),
  followUp: z.object({
    owner: name(),
    dueAtMs: timeMs(),
    text: text(),
    explainedTo: name(),
    remindAtMs: timeMs().nullable().default(null),
  }),
  /** Progress of the open follow-up (进展); may move its due time or its reminder. */
  followUpNote: z.object({
    text: text(),
    followUpId: id().optional(),
    dueAtMs: timeMs().optional(),
    remindAtMs: timeMs().nullable().optional(),
  }),
  /** `followUpId` (when the screen knows it) refuses a stale list with `conflict: followUpDone`. */
  followUpDone: z.object({ text: text(), followUpId: id().optional() }),
  close: z.object({}),
  reopen: z.object({ reason: text(500) }),
  /** Takes back a wrong end: voided, linked as duplicate or declined by mistake. */
  restore: z.object({ reason: text(500) }),
  correct: z.object({
    field: z.enum([
      'zone',
      'takenAt',
      'takenBy',
      'arrivedAt',
      'scene',
      'place',
      'phone',
      'caller',
      'category',
      'text',
      'centreNo',
      'issuedAt',
      'grid',
      'disposition',
    ]),
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
