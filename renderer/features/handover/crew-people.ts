import { isThere } from '../../../shared/shifts/attendance.ts';
import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';

/** One person of a crew with every duty they have in it. */
export type CrewPerson = ShiftMember & { duties: ShiftMember['duty'][] };

/** Whether somebody may still sign in: not there yet, and the shift is not over. Who came too soon and went may come again. */
export const mayArrive = (person: CrewPerson, shift: Pick<Shift, 'status'>): boolean =>
  shift.status === 'planned' ? !isThere(person) : shift.status === 'holding' && person.signedInAtMs === null;

/** The people of a crew, each once, in the order of their first duty. */
export function peopleOf(shift: Pick<Shift, 'members'>): CrewPerson[] {
  const people = new Map<string, CrewPerson>();
  for (const member of shift.members) {
    const known = people.get(member.personId);
    if (known) known.duties.push(member.duty);
    else people.set(member.personId, { ...member, duties: [member.duty] });
  }
  return [...people.values()];
}
