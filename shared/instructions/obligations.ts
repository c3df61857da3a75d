import type { Limits } from '../settings/types.ts';
import { MINUTE } from '../time/zone.ts';
import { activeDispatches, arrivalDeadlineMs, isLate } from './clock.ts';
import { isOpen } from './lifecycle.ts';
import { type ActionName, type Instruction, severityRank } from './types.ts';

export const obligationCodes = [
  'dispatch',
  'arrival',
  'explainDelay',
  'sceneReport',
  'confirmScope',
  'explainOutOfScope',
  'transfer',
  'notifyDeputy',
  'notifyHead',
  'resolve',
  'reportBack',
  'followUp',
  'leaderOrder',
] as const;
export type ObligationCode = (typeof obligationCodes)[number];

/** Something still owed: what, by which team, until when (epoch ms; null = at once without a clock). */
export type Obligation = {
  code: ObligationCode;
  dispatchId?: string;
  orderId?: string;
  dueAtMs: number | null;
};

/** The action that discharges an obligation: drives the main button of a card. */
export const discharges = {
  dispatch: 'dispatch',
  arrival: 'onScene',
  explainDelay: 'delayed',
  sceneReport: 'sceneReport',
  confirmScope: 'confirmScope',
  explainOutOfScope: 'confirmScope',
  transfer: 'transfer',
  notifyDeputy: 'notify',
  notifyHead: 'notify',
  resolve: 'resolve',
  reportBack: 'reportBack',
  followUp: 'followUpDone',
  leaderOrder: 'orderDone',
} as const satisfies Record<ObligationCode, ActionName>;

/**
 * What is still owed for an instruction at `nowMs`, in the order of the codes (篇三 五(四): 事事有着落,件件有回音).
 * Pure: the same list drives buttons, checklists, the handover sheet and the right to close.
 */
export function obligationsOf(i: Instruction, nowMs: number, present: Limits): Obligation[] {
  if (!isOpen(i.state)) return [];
  const limits = i.limits ?? present;
  const owed = [
    ...teamObligations(i, nowMs, limits),
    ...leaderObligations(i, limits),
    ...stageObligations(i, limits),
  ];
  return owed.sort((a, b) => obligationCodes.indexOf(a.code) - obligationCodes.indexOf(b.code));
}

function teamObligations(i: Instruction, nowMs: number, limits: Limits): Obligation[] {
  const active = activeDispatches(i);
  const waiting = ['received', 'dispatched', 'enRoute'].includes(i.state);
  const owed: Obligation[] = [];
  if (waiting && active.length === 0) {
    owed.push({ code: 'dispatch', dueAtMs: i.receivedAtMs + limits.dispatchMinutes * MINUTE });
  }
  for (const d of active) {
    const deadline = arrivalDeadlineMs(d);
    if (d.arrivedAtMs === null) owed.push({ code: 'arrival', dispatchId: d.id, dueAtMs: deadline });
    if (isLate(d, nowMs) && d.explanations.length === 0) {
      owed.push({ code: 'explainDelay', dispatchId: d.id, dueAtMs: deadline });
    }
    if (d.arrivalRecordedAtMs !== null && d.sceneRecordedAtMs === null) {
      const dueAtMs = d.arrivalRecordedAtMs + limits.sceneReportMinutes * MINUTE;
      owed.push({ code: 'sceneReport', dispatchId: d.id, dueAtMs });
    }
  }
  return owed;
}

/** 较大 is reported to the deputy in charge, 重大 by the deputy to the head (篇三 四(二)2). */
function leaderObligations(i: Instruction, limits: Limits): Obligation[] {
  const within = limits.leaderNoticeMinutes * MINUTE;
  const dueAtMs = i.severityAtMs + within;
  const told = (role: 'deputy' | 'head') => i.notices.some((n) => n.role === role || n.role === 'both');
  const owed: Obligation[] = [];
  const raised = severityRank[i.severity] >= severityRank.serious && !told('deputy');
  const neededAtMs = leaderAwaitedSince(i);
  if (raised || neededAtMs !== null) {
    const due = [...(raised ? [dueAtMs] : []), ...(neededAtMs === null ? [] : [neededAtMs + within])];
    owed.push({ code: 'notifyDeputy', dueAtMs: Math.min(...due) });
  }
  if (i.severity === 'grave' && !told('head')) owed.push({ code: 'notifyHead', dueAtMs });
  for (const o of i.orders)
    if (o.done === null) owed.push({ code: 'leaderOrder', orderId: o.id, dueAtMs: o.dueAtMs });
  return owed;
}

/** Since when a deputy is needed on scene who has not been told of it; null when none is. */
export function leaderAwaitedSince(i: Instruction): number | null {
  const since = i.leaderNeededAtMs;
  if (since === null) return null;
  const told = i.notices.some((n) => (n.role === 'deputy' || n.role === 'both') && n.recordedAtMs >= since);
  return told ? null : since;
}

function stageObligations(i: Instruction, limits: Limits): Obligation[] {
  const owed: Obligation[] = [];
  const openFollowUp = i.followUps.find((f) => f.done === null);
  const outOfScope = i.state === 'outOfScopeOnScene' || i.state === 'transferred';
  if (i.state === 'onScene') owed.push({ code: 'confirmScope', dueAtMs: null });
  if (outOfScope && !i.scope?.explainedTo) owed.push({ code: 'explainOutOfScope', dueAtMs: null });
  if (i.state === 'outOfScopeOnScene') owed.push({ code: 'transfer', dueAtMs: null });
  if (openFollowUp) owed.push({ code: 'followUp', dueAtMs: openFollowUp.dueAtMs });
  if (i.state === 'handling' || (i.state === 'followUp' && !openFollowUp)) {
    owed.push({ code: 'resolve', dueAtMs: null }, { code: 'reportBack', dueAtMs: null });
  }
  if (i.state === 'resolved' && !i.reportBack) {
    const since = i.disposition?.recordedAtMs ?? i.receivedAtMs;
    owed.push({ code: 'reportBack', dueAtMs: since + limits.reportBackMinutes * MINUTE });
  }
  return owed;
}
