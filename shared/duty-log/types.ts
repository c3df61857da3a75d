import { z } from 'zod';
import { name, optionalText, phone, text, timeMs } from '../fields.ts';

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

export const followUpInputSchema = z.object({ owner: name(), dueAtMs: timeMs() });

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
});
export type LogEntryInput = z.infer<typeof logEntrySchema>;

/** A correction (更正): the old text stays, struck through, with the reason. */
export type LogCorrection = { reason: string; text: string; actorName: string; recordedAtMs: number };

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
  /** The text that holds now; `corrections` keeps what stood before, oldest first. */
  text: string;
  original: string;
  corrections: LogCorrection[];
  followUps: FollowUp[];
  actorId: string;
  actorName: string;
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

/** Seconds between a roll call and its answer, null when not both are known. */
export function answerSeconds(entry: {
  calledAtMs: number | null;
  answeredAtMs: number | null;
}): number | null {
  if (entry.calledAtMs === null || entry.answeredAtMs === null) return null;
  return Math.max(0, Math.round((entry.answeredAtMs - entry.calledAtMs) / 1000));
}
