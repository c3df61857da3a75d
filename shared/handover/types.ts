import { z } from 'zod';
import { optionalText } from '../fields.ts';

/** What the outgoing lead ticks and writes before the freeze (交班准备). */
export const preparationSchema = z.object({
  selfTest: z.object({
    phoneLine: z.boolean().default(false),
    speaker: z.boolean().default(false),
    clock: z.boolean().default(false),
    printer: z.boolean().default(false),
  }),
  /** 待跟进 重要事项 工作要求 检查内容 交接物品 其他, as the lead wants them on the sheet. */
  notes: z.object({
    toFollow: optionalText(),
    important: optionalText(),
    requirements: optionalText(),
    inspections: optionalText(),
    articles: optionalText(),
    other: optionalText(),
  }),
  /** 监交人. */
  witness: optionalText(60),
});
export type Preparation = z.infer<typeof preparationSchema>;

export const emptyPreparation: Preparation = {
  selfTest: { phoneLine: false, speaker: false, clock: false, printer: false },
  notes: { toFollow: '', important: '', requirements: '', inspections: '', articles: '', other: '' },
  witness: '',
};

/** An open thing the incoming crew must accept or refuse (接班人逐项核对). */
export type HandoverItem = {
  id: string;
  kind: 'instruction' | 'followUp' | 'supply';
  subjectId: string;
  /** Number of the instruction, else the beginning of the text. */
  label: string;
  place: string;
  detail: string;
  /** Codes of what is still owed; worded by the locale. */
  owed: string[];
  owner: string;
  dueAtMs: number | null;
  decision: 'accepted' | 'refused' | null;
  reason: string;
};

export type SheetPerson = {
  name: string;
  duty: 'shiftLead' | 'liaison' | 'officer' | 'leaderOnDuty';
  signedInAtMs: number | null;
  lateMinutes: number | null;
};

/** What the desk knew at the freeze: printed as it was, whatever comes later. */
export type Snapshot = {
  siteName: string;
  deskName: string;
  timeZone: string;
  dutyDay: string;
  plannedStartMs: number;
  plannedEndMs: number;
  outgoing: SheetPerson[];
  weather: string;
  counts: {
    entries: number;
    instructions: number;
    closed: number;
    duplicates: number;
    declined: number;
    open: number;
    walkIns: number;
    documents: number;
    rollCalls: number;
    lastAnswerSeconds: number | null;
    followUps: number;
    followUpsDone: number;
    arrivalsOnTime: number;
    arrivals: number;
  };
  important: { atMs: number; text: string }[];
  /** Teams that did not arrive within their limit, explained or not. */
  lateArrivals: {
    number: string;
    place: string;
    team: string;
    deadlineMs: number;
    arrivedAtMs: number | null;
    lateMinutes: number | null;
    explanations: { reason: string; explainedAtMs: number }[];
  }[];
  leaderInstructions: { atMs: number; text: string }[];
  inspections: { atMs: number; text: string }[];
  supplies: {
    itemId: string;
    name: string;
    measure: string;
    balance: number;
    out: number;
    key: boolean;
    counted: number | null;
    holders: { recipient: string; quantity: number; dueAtMs: number | null }[];
  }[];
  preparation: Preparation;
};

export type Addendum =
  | { kind: 'log'; atMs: number; logKind: string; text: string; actorName: string; id: string }
  | {
      kind: 'instruction';
      atMs: number;
      number: string;
      instructionId: string;
      action: string;
      summary: string;
      actorName: string;
      id: string;
    };

export type Signature = { personId: string; name: string; atMs: number };

export type Handover = {
  id: string;
  number: string;
  status: 'frozen' | 'outgoingSigned' | 'signed' | 'sealed' | 'withdrawn';
  outgoingShiftId: string;
  incomingShiftId: string;
  extraReason: string;
  /** Why a frozen sheet was taken back before both had signed; empty otherwise. */
  withdrawnReason: string;
  frozenAtMs: number;
  signedAtMs: number | null;
  late: boolean;
  lateMinutes: number;
  outgoingSignature: Signature | null;
  incomingSignature: Signature | null;
  items: HandoverItem[];
  counts: { itemId: string; counted: number }[];
  snapshot: Snapshot;
  /** Instructions open when the desk changed hands (ids); empty before the signature. */
  openAtHandover: string[];
  /** The chain as of the incoming signature. */
  chain: { seq: number; head: string } | null;
  documentSha256: string | null;
  version: number;
};

/** All that the printed sheet shows (交接班记录表). */
export type Sheet = { handover: Handover; incoming: SheetPerson[]; addenda: Addendum[] };
