import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';

/** One person of a crew with every duty they have in it. */
export type CrewPerson = ShiftMember & { duties: ShiftMember['duty'][] };

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
