import { z } from 'zod';
import { optionalText, timeMs } from '../fields.ts';
import type { PostureNow } from '../posture/types.ts';
import type { Section, SectionLine, Trail } from './sections.ts';

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
  /** The desk's clock against a reference that the officer read off and typed; null while it was not compared. */
  clockCheck: z
    .object({
      reference: optionalText(60),
      /** What the reference showed, and what the desk's clock showed at that moment. */
      referenceMs: timeMs(),
      deskMs: timeMs(),
    })
    .nullable()
    .default(null),
  /** 监交人. */
  witness: optionalText(60),
});
export type Preparation = z.infer<typeof preparationSchema>;

export const emptyPreparation: Preparation = {
  selfTest: { phoneLine: false, speaker: false, clock: false, printer: false },
  notes: { toFollow: '', important: '', requirements: '', inspections: '', articles: '', other: '' },
  clockCheck: null,
  witness: '',
};

/** An open thing the incoming crew must accept or refuse (接班人逐项核对). */
export type HandoverItem = {
  id: string;
  kind: 'instruction' | 'followUp' | 'supply' | 'paper' | 'carry';
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
  /** Its way over earlier handovers, as it was at the freeze. */
  trail: Trail | null;
};

export type SheetPerson = {
  name: string;
  duty: 'shiftLead' | 'liaison' | 'officer' | 'leaderOnDuty';
  signedInAtMs: number | null;
  signedOutAtMs: number | null;
  lateMinutes: number | null;
  /** In whose place, since when and why, for somebody who stood in (替班). */
  standIn: { name: string; atMs: number; reason: string } | null;
};

/** 脱岗: away from the post, until when it is known. */
export type SheetAbsence = { name: string; fromMs: number; toMs: number | null; reason: string };

/** Who held the desk from when to when; the last span of a sheet ends with its incoming signature. */
export type WatchSpan = { shiftId: string; lead: string; fromMs: number; toMs: number | null };

/** A paper in hand: urgent ones not yet told or ended, and all on which something was proposed or ordered. */
export type PaperInHand = {
  entryId: string;
  receiptNo: string;
  from: string;
  title: string;
  urgency: string | null;
  orders: string[];
  owed: string[];
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
  /** What each section says, carried lines included; empty in sheets of former versions, which printed the lists below. */
  sections: Record<Section, SectionLine[]> | null;
  /** Null in sheets of former versions. */
  written: Written | null;
  /** By the id of the item. */
  trails: Record<string, Trail>;
  watch: WatchSpan[];
  absences: SheetAbsence[];
  /** Rules of the crew that were not met (crew-rules.ts): marked, never blocking. */
  crewFaults: string[];
  posture: PostureNow;
  papers: PaperInHand[];
  rollCalls: { atMs: number; from: string; answeredBy: string; seconds: number | null }[];
  /** Nothing was recorded: 本班平安无事. */
  quiet: boolean;
  /** When the last verified backup was made; null when there is none. */
  lastBackupMs: number | null;
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

/** How many rows of each permanent table had been written at the freeze: what comes after them is 补记. */
export type Written = {
  entries: number;
  events: number;
  steps: number;
  corrections: number;
  carries: number;
};

export type Addendum =
  /** Something done to what was there before the freeze, in the words of the paper. */
  | { kind: 'note'; atMs: number; text: string; actorName: string; id: string }
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

/** 阅签: the leader has read; it may come after the sheet was sealed. */
export type Reading = { personId: string; name: string; atMs: number; remark: string };

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

/** A handover in the list of all of them: what finds one again. */
export type HandoverRow = Pick<
  Handover,
  | 'id'
  | 'number'
  | 'status'
  | 'outgoingShiftId'
  | 'incomingShiftId'
  | 'extraReason'
  | 'withdrawnReason'
  | 'frozenAtMs'
  | 'signedAtMs'
  | 'late'
  | 'lateMinutes'
  | 'chain'
  | 'documentSha256'
> & {
  dutyDay: string;
  outgoingLead: string;
  incomingLead: string;
  /** How many of its items the incoming crew refused, and how many there were. */
  refused: number;
  items: number;
};

/** All that the printed sheet shows (交接班记录表). */
export type Sheet = {
  handover: Handover;
  incoming: SheetPerson[];
  /** Rules that the incoming crew does not meet. */
  incomingFaults: string[];
  addenda: Addendum[];
  readings: Reading[];
};
