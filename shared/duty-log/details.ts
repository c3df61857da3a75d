import { z } from 'zod';
import { freeText, outsideText } from '../fields.ts';
import type { LogKind } from './types.ts';

/** 密级 of a paper: 无 内部 秘密 机密 绝密. */
export const secrecySchema = z.enum(['none', 'internal', 'secret', 'confidential', 'topSecret']);
export type Secrecy = z.infer<typeof secrecySchema>;

/** 初报 续报 终报; empty while it is not said. */
export const reportStageSchema = z.enum(['', 'first', 'followUp', 'final']);

/** What the kinds of entry have besides the columns that all share; every field may be left out. */
export const detailSchema = z.object({
  /** 来话单位 / 来电单位. `from` is the person. */
  callerUnit: freeText(120),
  /** 受话单位. */
  recipientUnit: freeText(120),
  /** 受话人. */
  recipient: freeText(60),
  gender: z.enum(['', 'male', 'female']),
  /** 单位 / 住址 of a visitor. */
  address: freeText(200),
  /** 来访地点. */
  place: freeText(120),
  /** 人数 or 检查人员. */
  people: freeText(200),
  /** 备注. */
  remarks: freeText(1000),
  /** 收文号; the engine gives the next one of the year when it is left empty. */
  receiptNo: outsideText(60),
  /** 来文号. */
  fromNo: outsideText(60),
  secrecy: secrecySchema,
  /** 份数. */
  copies: z.number('quantity').int('quantity').min(1, 'quantity').max(9999, 'quantity').nullable(),
  /** 检查内容. */
  subject: freeText(500),
  /** 整改要求. */
  requirements: freeText(2000),
  /** Result of a roll call. */
  result: freeText(200),
  /** 报送单位. */
  sentTo: freeText(120),
  /** 报送方式. */
  means: freeText(60),
  stage: reportStageSchema,
  /** 设备名称. */
  device: freeText(120),
  /** 报修情况. */
  repair: freeText(500),
  /** 预警. */
  warning: freeText(120),
  /** 巡查区域. */
  area: freeText(200),
});
export type LogDetail = z.infer<typeof detailSchema>;
export type DetailField = keyof LogDetail;

/** A detail in which nothing is said. */
export const emptyDetail: LogDetail = {
  callerUnit: '',
  recipientUnit: '',
  recipient: '',
  gender: '',
  address: '',
  place: '',
  people: '',
  remarks: '',
  receiptNo: '',
  fromNo: '',
  secrecy: 'none',
  copies: null,
  subject: '',
  requirements: '',
  result: '',
  sentTo: '',
  means: '',
  stage: '',
  device: '',
  repair: '',
  warning: '',
  area: '',
};

/** Which of them a kind has, in the order of its paper form; others are refused with the entry. */
export const detailFields: Record<LogKind, readonly DetailField[]> = {
  callIn: ['callerUnit', 'recipientUnit', 'recipient'],
  instruction: [],
  walkIn: ['gender', 'address', 'people', 'place', 'remarks'],
  document: ['receiptNo', 'fromNo', 'secrecy', 'copies', 'remarks'],
  inspection: ['people', 'subject', 'requirements', 'remarks'],
  rollCall: ['result', 'remarks'],
  patrol: ['area'],
  report: ['sentTo', 'means', 'stage'],
  leaderInstruction: ['remarks'],
  equipment: ['device', 'repair'],
  weather: ['warning'],
  other: [],
};

/** What a kind keeps of a detail: its own fields that say something. */
export function keptDetail(kind: LogKind, detail: Partial<LogDetail>): Partial<LogDetail> {
  const own = detailFields[kind].filter(
    (field) => detail[field] !== undefined && detail[field] !== emptyDetail[field],
  );
  return Object.fromEntries(own.map((field) => [field, detail[field]]));
}
