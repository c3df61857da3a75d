import type { ActionName } from '../../../shared/instructions/types.ts';
import type { Words } from '../../locales/index.ts';

type Label = keyof Words['instructions']['field'];

/** One field of an action's form. `name` is its name in the procedure's input. */
export type FieldSpec = { name: string; label: Label; required?: boolean } & (
  | { kind: 'text' | 'long' | 'list' | 'leader' }
  /** A time that happened; empty means now. */
  | { kind: 'time' }
  /** A time that will come. */
  | { kind: 'due' }
  | { kind: 'team'; among: 'taken' | 'notTaken' | 'awaited' | 'notLeft' | 'arrived' | 'any' }
  | { kind: 'means' | 'severity' | 'delayKind' | 'uniform' | 'instruction' | 'target' }
);

const explainedTo: FieldSpec = { name: 'explainedTo', label: 'explainedTo', kind: 'text', required: true };
const reason: FieldSpec = { name: 'reason', label: 'reason', kind: 'long', required: true };
const means: FieldSpec = { name: 'means', label: 'means', kind: 'means' };

/** The forms of all actions in one table. `correct` has its own form; `close` needs none. */
export const forms: Record<Exclude<ActionName, 'correct'>, readonly FieldSpec[]> = {
  decline: [explainedTo, { name: 'text', label: 'explanation', kind: 'long', required: true }],
  duplicate: [{ name: 'ofId', label: 'ofId', kind: 'instruction', required: true }],
  void: [reason],
  dispatch: [
    { name: 'to', label: 'to', kind: 'target', required: true },
    { name: 'takenBy', label: 'takenBy', kind: 'text' },
    { name: 'takenAtMs', label: 'takenAtMs', kind: 'time' },
    means,
  ],
  take: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'notTaken' },
    { name: 'takenBy', label: 'takenBy', kind: 'text', required: true },
    { name: 'takenAtMs', label: 'takenAtMs', kind: 'time' },
    means,
  ],
  recall: [{ name: 'dispatchId', label: 'team', kind: 'team', among: 'awaited' }, reason],
  notify: [
    { name: 'who', label: 'who', kind: 'leader', required: true },
    { name: 'notifiedAtMs', label: 'notifiedAtMs', kind: 'time' },
    means,
    { name: 'text', label: 'notice', kind: 'long' },
  ],
  orderDone: [{ name: 'text', label: 'orderResult', kind: 'long', required: true }],
  raiseSeverity: [
    { name: 'to', label: 'newSeverity', kind: 'severity', required: true },
    { name: 'notified', label: 'notified', kind: 'leader' },
    { name: 'notifiedAtMs', label: 'notifiedAtMs', kind: 'time' },
  ],
  enRoute: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'notLeft' },
    { name: 'leftAtMs', label: 'leftAtMs', kind: 'time' },
    { name: 'members', label: 'members', kind: 'list' },
    { name: 'vehicle', label: 'vehicle', kind: 'text' },
    { name: 'uniformed', label: 'uniformed', kind: 'uniform' },
  ],
  turnout: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'any' },
    { name: 'members', label: 'members', kind: 'list' },
    { name: 'vehicle', label: 'vehicle', kind: 'text' },
    { name: 'uniformed', label: 'uniformed', kind: 'uniform' },
  ],
  returned: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'any' },
    { name: 'returnedAtMs', label: 'returnedAtMs', kind: 'time' },
  ],
  delayed: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'any' },
    reason,
    { name: 'reasonKind', label: 'reasonKind', kind: 'delayKind' },
    explainedTo,
    { name: 'explainedAtMs', label: 'explainedAtMs', kind: 'time' },
    { name: 'expectedAtMs', label: 'expectedAtMs', kind: 'due' },
  ],
  onScene: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'awaited' },
    { name: 'arrivedAtMs', label: 'arrivedAtMs', kind: 'time' },
    { name: 'text', label: 'scene', kind: 'long' },
  ],
  sceneReport: [
    { name: 'dispatchId', label: 'team', kind: 'team', among: 'arrived' },
    { name: 'text', label: 'scene', kind: 'long', required: true },
  ],
  confirmScope: [{ name: 'explainedTo', label: 'explainedTo', kind: 'text' }],
  transfer: [
    { name: 'to', label: 'transferTo', kind: 'text', required: true },
    { name: 'receiver', label: 'receiver', kind: 'text', required: true },
    { name: 'transferredAtMs', label: 'transferredAtMs', kind: 'time' },
    { name: 'text', label: 'transferNote', kind: 'long' },
  ],
  resolve: [{ name: 'text', label: 'disposition', kind: 'long', required: true }],
  reportBack: [
    { name: 'to', label: 'reportedTo', kind: 'text', required: true },
    { name: 'reportedAtMs', label: 'reportedAtMs', kind: 'time' },
  ],
  followUp: [
    { name: 'text', label: 'followUpText', kind: 'long', required: true },
    { name: 'owner', label: 'owner', kind: 'text', required: true },
    { name: 'dueAtMs', label: 'dueAtMs', kind: 'due', required: true },
    explainedTo,
  ],
  followUpNote: [{ name: 'text', label: 'progress', kind: 'long', required: true }],
  followUpDone: [{ name: 'text', label: 'followUpResult', kind: 'long', required: true }],
  close: [],
  reopen: [reason],
  restore: [reason],
};
