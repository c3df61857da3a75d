import i18next from 'i18next';
import type { ActionInput, Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import type { Format } from '../../app/make-format.ts';

export type CorrectField = ActionInput<'correct'>['field'];

const always: readonly CorrectField[] = [
  'place',
  'phone',
  'caller',
  'centreNo',
  'issuedAt',
  'category',
  'text',
  'zone',
  'grid',
];

/** Whether a field belongs to one team. */
export const ofTeam = (field: CorrectField): field is 'takenAt' | 'arrivedAt' =>
  field === 'takenAt' || field === 'arrivedAt';

/** Whether its new value is a time. */
export const isTimed = (field: CorrectField): boolean => ofTeam(field) || field === 'issuedAt';

/** The teams that have what would be corrected. */
export const teamsToCorrect = (i: Instruction, field: 'takenAt' | 'arrivedAt'): Dispatch[] =>
  i.dispatches.filter((d) => !d.recalled && (field === 'takenAt' ? d.takenAtMs : d.arrivedAtMs) !== null);

/** What of an instruction can be corrected now: what is there, and after the end nothing that decides lateness. */
export function correctable(i: Instruction): CorrectField[] {
  const closed = i.state === 'closed';
  return [
    ...always.filter((field) => !(closed && field === 'zone')),
    ...(['takenAt', 'arrivedAt'] as const).filter((f) => !closed && teamsToCorrect(i, f).length > 0),
    ...(i.disposition ? (['disposition'] as const) : []),
  ];
}

/** What stands now, in words: shown beside the new value. */
export function presentOf(i: Instruction, field: CorrectField, dispatchId: string, format: Format): string {
  const team = i.dispatches.find((d) => d.id === dispatchId);
  const at = (ms: number | null | undefined) => (ms == null ? '' : format.dateTime(ms));
  switch (field) {
    case 'zone':
      return i18next.t(($) => $.common.zone[i.zone]);
    case 'takenAt':
      return at(team?.takenAtMs);
    case 'arrivedAt':
      return at(team?.arrivedAtMs);
    case 'issuedAt':
      return at(i.issuedAtMs);
    case 'grid':
      return i.gridNo ?? '';
    case 'category':
      return String(i.categoryNo ?? '');
    case 'disposition':
      return i.disposition?.text ?? '';
    default:
      return i[field];
  }
}
