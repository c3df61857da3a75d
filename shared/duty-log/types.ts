import { z } from 'zod';
import { freeText, id, optionalText, phone, phoneText, text, timeMs } from '../fields.ts';
import { type Attachment, attachmentInputSchema, MOST_ATTACHMENTS } from './attachments.ts';
import { detailSchema, type LogDetail } from './details.ts';
import { followUpInputSchema } from './follow-up.ts';
import { type LogLink, linkInputSchema } from './links.ts';
import { type LogStep, stepInputSchema } from './steps.ts';

/** Kinds of entry: 来电 指令 来访 来文 上级检查 点名 巡查 信息报送 领导批示 设备 天气 其他. */
export const logKindSchema = z.enum(
  [
    'callIn',
    'instruction',
    'walkIn',
    'document',
    'inspection',
    'rollCall',
    'patrol',
    'report',
    'leaderInstruction',
    'equipment',
    'weather',
    'other',
  ],
  'required',
);
export type LogKind = z.infer<typeof logKindSchema>;
export const logKinds = logKindSchema.options;

/** 缓急 of a paper: 特提 特急 加急 平急. */
export const urgencySchema = z.enum(['flash', 'immediate', 'urgent', 'routine']);

/** One entry of the duty log (值班日志) as typed. `occurredAtMs` left out means now. */
export const logEntrySchema = z.object({
  kind: logKindSchema,
  text: text(),
  occurredAtMs: timeMs().optional(),
  from: optionalText(120),
  phone: phone(),
  title: optionalText(200),
  urgency: urgencySchema.nullable().default(null),
  calledAtMs: timeMs().nullable().default(null),
  answeredAtMs: timeMs().nullable().default(null),
  receivedBy: optionalText(60),
  handling: optionalText(),
  important: z.boolean().default(false),
  followUp: followUpInputSchema.nullable().default(null),
  /** Only fields of the kind may be given (details.ts). */
  details: detailSchema.partial().default({}),
  /** What has happened to it already when it is written down (报告领导, 拟办, 批示, 结果). */
  steps: z.array(stepInputSchema).max(10, 'tooMany').default([]),
  links: z.array(linkInputSchema).max(20, 'tooMany').default([]),
  attachments: z.array(attachmentInputSchema).max(MOST_ATTACHMENTS, 'tooMany').default([]),
});
export type LogEntryInput = z.infer<typeof logEntrySchema>;

/** The fields besides the text that a correction may set anew. */
export const correctableSchema = z
  .object({
    kind: logKindSchema,
    occurredAtMs: timeMs(),
    from: freeText(120),
    phone: phoneText(),
    title: freeText(200),
    urgency: urgencySchema.nullable(),
    calledAtMs: timeMs().nullable(),
    answeredAtMs: timeMs().nullable(),
    receivedBy: freeText(60),
    handling: freeText(),
    important: z.boolean(),
    details: detailSchema.partial(),
  })
  .partial();
export type Correctable = z.infer<typeof correctableSchema>;

export const correctionInputSchema = z.object({
  id: id(),
  /** Left out when the text stays. */
  text: text().optional(),
  fields: correctableSchema.default({}),
  reason: text(300),
});
export type CorrectionInput = z.infer<typeof correctionInputSchema>;

/** One field as it stood before a correction and after; details carry their own field's name. */
export type FieldChange = {
  field: Exclude<keyof Correctable, 'details'> | keyof LogDetail;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
};

/** A correction (更正): what stood before stays, struck through, with the reason. */
export type LogCorrection = {
  id: string;
  reason: string;
  /** The text after it. */
  text: string;
  /** Fields besides the text, oldest value first. */
  changes: FieldChange[];
  actorName: string;
  recordedAtMs: number;
};

export type FollowUp = {
  id: string;
  source: 'log' | 'instruction';
  sourceId: string;
  /** The instruction's number or the beginning of the entry. */
  label: string;
  text: string;
  owner: string;
  dueAtMs: number;
  recordedAtMs: number;
  doneAtMs: number | null;
  doneText: string;
};

export type LogEntry = {
  id: string;
  shiftId: string;
  kind: LogKind;
  occurredAtMs: number;
  recordedAtMs: number;
  from: string;
  phone: string;
  title: string;
  urgency: z.infer<typeof urgencySchema> | null;
  calledAtMs: number | null;
  answeredAtMs: number | null;
  receivedBy: string;
  handling: string;
  important: boolean;
  details: LogDetail;
  steps: LogStep[];
  links: LogLink[];
  attachments: Attachment[];
  /** The text that holds now; `corrections` keeps what stood before, oldest first. */
  text: string;
  original: string;
  corrections: LogCorrection[];
  followUps: FollowUp[];
  actorId: string;
  actorName: string;
  /** The desk's own line in a shift without a record: 本班平安无事. */
  quiet: boolean;
};

/** An instruction's event as the log's timeline shows it. */
export type LogInstructionLine = {
  id: string;
  instructionId: string;
  number: string;
  place: string;
  /** Name of the action and its input, worded by the window's locale. */
  action: string;
  summary: string;
  occurredAtMs: number;
  recordedAtMs: number;
  shiftId: string;
  actorName: string;
};

/** An entry typed more than this after it happened shows both times and is marked 补记. */
const LATE_MS = 15 * 60_000;

/** Whether an entry was written down late: 补记. */
export const isLateEntry = (e: Pick<LogEntry, 'occurredAtMs' | 'recordedAtMs'>): boolean =>
  e.recordedAtMs - e.occurredAtMs > LATE_MS;

/** Seconds between a roll call and its answer, null when not both are known. */
export function answerSeconds(entry: {
  calledAtMs: number | null;
  answeredAtMs: number | null;
}): number | null {
  if (entry.calledAtMs === null || entry.answeredAtMs === null) return null;
  return Math.max(0, Math.round((entry.answeredAtMs - entry.calledAtMs) / 1000));
}
