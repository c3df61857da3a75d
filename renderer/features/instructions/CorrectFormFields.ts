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

const teamFields = ['takenAt', 'takenBy', 'arrivedAt', 'scene'] as const;
type TeamField = (typeof teamFields)[number];

/** Whether a field belongs to one team. */
export const ofTeam = (field: CorrectField): field is TeamField => teamFields.some((f) => f === field);

/** Whether its new value is a time. */
export const isTimed = (field: CorrectField): boolean =>
  field === 'takenAt' || field === 'arrivedAt' || field === 'issuedAt';

const isThere: Record<TeamField, (d: Dispatch) => boolean> = {
  takenAt: (d) => d.takenAtMs !== null,
  takenBy: (d) => d.takenBy !== '',
  arrivedAt: (d) => d.arrivedAtMs !== null,
  scene: (d) => d.sceneText !== '',
};

/** The teams that have what would be corrected. */
export const teamsToCorrect = (i: Instruction, field: TeamField): Dispatch[] =>
  i.dispatches.filter((d) => !d.recalled && isThere[field](d));

/** What of an instruction can be corrected now: what is there, and after the end nothing that decides lateness. */
export function correctable(i: Instruction): CorrectField[] {
  const closed = i.state === 'closed';
  return [
    ...always.filter((field) => !(closed && field === 'zone')),
    ...teamFields.filter((f) => !(closed && isTimed(f)) && teamsToCorrect(i, f).length > 0),
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
    case 'takenBy':
      return team?.takenBy ?? '';
    case 'arrivedAt':
      return at(team?.arrivedAtMs);
    case 'scene':
      return team?.sceneText ?? '';
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
