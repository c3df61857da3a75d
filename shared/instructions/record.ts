import type { Dispatch, Instruction, InstructionFollowUp, Notice } from './types.ts';

/** Everything of a record that a receipt has not filled in yet. */
export const untouched = {
  danger: null,
  readBack: false,
  earlier: null,
  limits: null,
  backEnteredAtMs: null,
  state: 'received',
  stateBefore: null,
  restoredAtMs: null,
  dispatches: [],
  leaderNeededAtMs: null,
  notices: [],
  orders: [],
  declined: null,
  duplicateOf: null,
  voided: null,
  scope: null,
  transfer: null,
  disposition: null,
  reportBack: null,
  earlierResults: [],
  followUps: [],
  closedAtMs: null,
  reopenedAtMs: null,
  version: 1,
} as const satisfies Partial<Record<keyof Instruction, unknown>>;

const dispatchBefore = { returnedAtMs: null, despite: '' } satisfies Partial<Dispatch>;
const noticeBefore = { means: 'phone', through: '' } satisfies Partial<Notice>;
const followUpBefore = { remindAtMs: null, remindSetAtMs: null, notes: [] };

/**
 * A record as stored, whatever version of the desk wrote it: what an earlier one did not know is filled in as untouched.
 * The stored row itself never changes behind the audit chain.
 */
export function readRecord(json: string): Instruction {
  const stored = JSON.parse(json) as Instruction;
  return {
    ...untouched,
    ...stored,
    dispatches: stored.dispatches.map((d): Dispatch => ({ ...dispatchBefore, ...d })),
    notices: stored.notices.map((n): Notice => ({ ...noticeBefore, ...n })),
    followUps: stored.followUps.map((f): InstructionFollowUp => ({ ...followUpBefore, ...f })),
    orders: [...(stored.orders ?? [])],
    scope: stored.scope && { ...{ kind: 'theirs' as const, competent: '' }, ...stored.scope },
    transfer: stored.transfer && { ...{ orderKept: null }, ...stored.transfer },
    reportBack: stored.reportBack && { ...{ linked: [] }, ...stored.reportBack },
    earlierResults: [...(stored.earlierResults ?? [])],
    disposition: stored.disposition && { ...{ code: '' }, ...stored.disposition },
  };
}
