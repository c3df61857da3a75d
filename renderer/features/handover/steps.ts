import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Handover } from '../../../shared/handover/types.ts';

/** The steps of a handover in their order (domain 4). */
export const stepNames = [
  'crew',
  'attendance',
  'prepare',
  'freeze',
  'check',
  'signOutgoing',
  'signIncoming',
  'sealed',
] as const;
export type StepName = (typeof stepNames)[number];
export type Step = { name: StepName; state: 'done' | 'now' | 'todo' | 'skipped' };

/** Items neither accepted nor refused, and key supplies not counted. */
export function openChecks(handover: Handover): { undecided: number; uncounted: number } {
  const counted = new Set(handover.counts.map((c) => c.itemId));
  return {
    undecided: handover.items.filter((i) => i.decision === null).length,
    uncounted: handover.snapshot.supplies.filter((s) => s.key && !counted.has(s.itemId)).length,
  };
}

type Facts = Pick<HandoverView, 'relief' | 'current' | 'preparation'>;

/** What is done, what is next, what comes later. Attendance and preparation do not block the freeze. */
export function stepsOf({ relief, current, preparation }: Facts): Step[] {
  const present = relief?.members.filter((m) => m.signedInAtMs !== null).length ?? 0;
  const checks = current ? openChecks(current) : null;
  const done: Record<StepName, boolean> = {
    crew: relief !== null || current !== null,
    attendance: relief !== null && present === relief.members.length,
    prepare: Object.values(preparation.selfTest).every(Boolean),
    freeze: current !== null,
    check: checks !== null && checks.undecided === 0 && checks.uncounted === 0,
    signOutgoing: current?.outgoingSignature != null,
    signIncoming: current?.incomingSignature != null,
    sealed: current?.status === 'sealed',
  };
  const pending: readonly StepName[] = current ? stepNames.slice(stepNames.indexOf('check')) : stepNames;
  const next = pending.find((name) => !done[name]);
  return stepNames.map((name) => {
    if (done[name]) return { name, state: 'done' };
    if (name === next) return { name, state: 'now' };
    return { name, state: pending.includes(name) ? 'todo' : 'skipped' };
  });
}
