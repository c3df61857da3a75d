import type { RepeatKind } from '../../shared/instructions/types.ts';
import { useStoredDraft } from './use-draft.ts';

/** Two calls may be taken down at once. */
export const intakeCalls = ['first', 'second'] as const;
export type IntakeCall = (typeof intakeCalls)[number];

/** Under which name a call's draft is kept. */
export const intakeDraftName = (call: IntakeCall): string => (call === 'first' ? 'intake' : 'intake-2');

/** Another instruction that this call is about, as the form shows it. */
export type Linked = { id: string; number: string; place: string };

/** A call as typed; `''` for what was not chosen. */
export type IntakeValues = {
  place: string;
  text: string;
  caller: string;
  phone: string;
  danger: string;
  gridNo: string;
  zone: string;
  /** What filled in grid and zone, while nobody changed them by hand. */
  filledBy: '' | 'place' | 'grid';
  categoryNo: string;
  severity: string;
  centreNo: string;
  issuedAt: string;
  readBack: boolean;
  duplicateOf: Linked | null;
  earlier: (Linked & { kind: RepeatKind }) | null;
};

export const emptyIntake: IntakeValues = {
  place: '',
  text: '',
  caller: '',
  phone: '',
  danger: '',
  gridNo: '',
  zone: '',
  filledBy: '',
  categoryNo: '',
  severity: 'ordinary',
  centreNo: '',
  issuedAt: '',
  readBack: false,
  duplicateOf: null,
  earlier: null,
};

/** Whether a call holds anything that would be lost. */
export const isBegun = (values: Partial<IntakeValues> | null): boolean =>
  values !== null &&
  (['place', 'text', 'caller', 'phone', 'centreNo', 'issuedAt'] as const).some(
    (field) => (values[field] ?? '').trim() !== '',
  );

/** The calls of the person signed in that were begun and not received. */
export function useWaitingIntakes(): IntakeCall[] {
  const drafts = {
    first: useStoredDraft<IntakeValues>(intakeDraftName('first')),
    second: useStoredDraft<IntakeValues>(intakeDraftName('second')),
  };
  return intakeCalls.filter((call) => isBegun(drafts[call]));
}
