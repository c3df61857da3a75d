import type { Limits } from '../settings/types.ts';
import type { Action } from './actions.ts';
import type { Danger, InstructionState, Means, RepeatKind, Severity, Zone } from './words.ts';

export * from './actions.ts';
export * from './words.ts';

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
  /** 归队; null while out, or when nobody said so. */
  returnedAtMs: number | null;
  /** Why it was sent although nobody there was available; empty when somebody was. */
  despite: string;
};

/** For whom a notice counts; `both` where one person is deputy in charge and head, or neither is known. */
export type NoticeRole = 'deputy' | 'head' | 'both' | 'other';

export type Notice = {
  who: string;
  role: NoticeRole;
  notifiedAtMs: number;
  recordedAtMs: number;
  text: string;
  means: Means;
  through: string;
};

/** What a leader ordered (领导批示): owed until it is reported done. */
export type LeaderOrder = {
  id: string;
  who: string;
  text: string;
  owner: string;
  dueAtMs: number;
  recordedAtMs: number;
  done: { atMs: number; text: string } | null;
};

export type InstructionFollowUp = {
  id: string;
  owner: string;
  dueAtMs: number;
  /** When the desk wants to be reminded before the due time. */
  remindAtMs: number | null;
  /** When the desk recorded the present reminder. */
  remindSetAtMs: number | null;
  text: string;
  recordedAtMs: number;
  notes: { atMs: number; text: string; byId: string | null }[];
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
  danger: Danger | null;
  readBack: boolean;
  /** The same caller's earlier instruction (重复投诉 / 返工). */
  earlier: { id: string; kind: RepeatKind } | null;
  /** The limits in force at receipt: its clocks never change with a later setting. */
  limits: Limits | null;
  /** Entered afterwards from a paper form (补录): when the desk recorded it. `receivedAtMs` is then the form's time. */
  backEnteredAtMs: number | null;
  state: InstructionState;
  /** The state before it was voided, linked or declined: what `restore` goes back to. */
  stateBefore: InstructionState | null;
  restoredAtMs: number | null;
  dispatches: Dispatch[];
  /** Since when a leader is needed on scene. */
  leaderNeededAtMs: number | null;
  notices: Notice[];
  orders: LeaderOrder[];
  declined: { explainedTo: string; text: string; atMs: number } | null;
  duplicateOf: string | null;
  voided: { reason: string; atMs: number } | null;
  scope: {
    inScope: boolean;
    explainedTo: string;
    kind: 'theirs' | 'unclear';
    competent: string;
    atMs: number;
  } | null;
  transfer: { to: string; receiver: string; transferredAtMs: number; orderKept: boolean | null } | null;
  /** `code` is the word of the disposition code as it stood then; empty without one. */
  disposition: { text: string; code: string; recordedAtMs: number } | null;
  /** `linked` are the centre's numbers of the calls linked to it, named with the report. */
  reportBack: { to: string; reportedAtMs: number; recordedAtMs: number; linked: string[] } | null;
  /** What had been done and reported before it was reopened, oldest first. */
  earlierResults: Pick<Instruction, 'disposition' | 'reportBack' | 'closedAtMs'>[];
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
  orderId?: string;
  /** The word of the chosen disposition code. */
  code?: string;
  /** The centre's numbers of the linked calls, as they were when it was reported back. */
  linked?: string[];
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
