import { arrivalDeadlineMs, clockStartMs, isLate } from '../instructions/clock.ts';
import { isOpen } from '../instructions/lifecycle.ts';
import type { Dispatch, Instruction } from '../instructions/types.ts';
import type { Limits } from '../settings/types.ts';
import { MINUTE } from '../time/zone.ts';
import type { Span } from './distribution.ts';
import type { LateRow } from './types.ts';

const length = (fromMs: number, toMs: number) => Math.max(0, toMs - fromMs);

/** Whether an instruction is counted at all: explained away, linked to another or voided it is not. */
export const isCounted = (i: Instruction) => i.state !== 'declined' && i.state !== 'voided';

/** 签收: from the centre's issue to our receipt. Always ended; the desk has no limit for it. */
export const acceptanceSpan = (i: Instruction): Span => ({
  ms: length(i.issuedAtMs, i.receivedAtMs),
  pending: false,
  late: null,
});

/** 派送: from our receipt to the first team sent, judged by the limit in force at receipt. */
export function dispatchSpan(i: Instruction, fallback: Limits, nowMs: number): Span | null {
  const limitMs = (i.limits ?? fallback).dispatchMinutes * MINUTE;
  const first = firstDispatch(i);
  if (first) {
    const ms = length(i.receivedAtMs, first.dispatchedAtMs);
    return { ms, pending: false, late: ms > limitMs };
  }
  if (!isOpen(i.state)) return null;
  return { ms: null, pending: true, late: nowMs - i.receivedAtMs > limitMs ? true : null };
}

/** 到场: from the team's clock to its arrival; a team called back before its limit is out of the figures. */
export function arrivalSpan(dispatch: Dispatch, nowMs: number): Span {
  const { arrivedAtMs } = dispatch;
  const late = isLate(dispatch, nowMs);
  return {
    ms: arrivedAtMs === null ? null : length(clockStartMs(dispatch), arrivedAtMs),
    pending: arrivedAtMs === null && dispatch.recalled === null,
    late: arrivedAtMs !== null || late ? late : null,
  };
}

/**
 * 反馈: from the result known to the desk to its report to the centre, judged by the limit in force at receipt. A back-entered
 * result was known long before it was entered: it is not measured.
 */
export function reportBackSpan(i: Instruction, fallback: Limits, nowMs: number): Span | null {
  if (!i.disposition || i.backEnteredAtMs !== null) return null;
  const limitMs = (i.limits ?? fallback).reportBackMinutes * MINUTE;
  const { recordedAtMs } = i.disposition;
  if (i.reportBack) {
    const ms = length(recordedAtMs, i.reportBack.reportedAtMs);
    return { ms, pending: false, late: ms > limitMs };
  }
  if (!isOpen(i.state)) return null;
  return { ms: null, pending: true, late: nowMs - recordedAtMs > limitMs ? true : null };
}

/** The team an instruction was first sent to, called back or not. */
export const firstDispatch = (i: Instruction): Dispatch | undefined =>
  i.dispatches.reduce<Dispatch | undefined>(
    (first, d) => (first && first.dispatchedAtMs <= d.dispatchedAtMs ? first : d),
    undefined,
  );

/** The late teams of an instruction with what was explained; late stays late (篇三 四(二)1). */
export function lateRows(i: Instruction, nowMs: number): LateRow[] {
  return i.dispatches
    .filter((d) => isLate(d, nowMs))
    .map((d) => {
      const deadlineMs = arrivalDeadlineMs(d);
      const untilMs = d.arrivedAtMs ?? d.recalled?.atMs ?? nowMs;
      return {
        instructionId: i.id,
        number: i.number,
        place: i.place,
        team: d.to.name,
        receivedAtMs: i.receivedAtMs,
        deadlineMs,
        arrivedAtMs: d.arrivedAtMs,
        recalledAtMs: d.arrivedAtMs === null ? (d.recalled?.atMs ?? null) : null,
        lateMinutes: Math.max(1, Math.ceil((untilMs - deadlineMs) / MINUTE)),
        explanations: d.explanations.map(({ reason, explainedTo, explainedAtMs }) => ({
          reason,
          explainedTo,
          explainedAtMs,
        })),
      };
    });
}
