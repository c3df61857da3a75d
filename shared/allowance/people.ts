import type { Dispatch } from '../instructions/types.ts';
import type { PersonKind } from '../people/types.ts';

/** A person as the allowance knows them, also after they left. */
export type AllowancePerson = {
  id: string;
  staffNo: string;
  name: string;
  kind: PersonKind;
  unitId: string;
  unitName: string;
  groupIds: readonly string[];
};

/** The unit of each action group by its id: people of that unit go with the group. */
export type GroupUnits = ReadonlyMap<string, string>;

/** Whose allowance 篇三 五(六) means. */
const paid = (p: AllowancePerson) => p.kind === 'auxiliary' || p.kind === 'sanitation';

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/** One name entered: the person paid for it, nobody to be paid, or a name that cannot be told. */
export type Match = { person: AllowancePerson } | { person: null } | { reason: 'nobody' | 'several' };

/**
 * Whose name was entered for a team: the only one of that name in its group, else in its unit, else anywhere. A name that several
 * carry cannot be told, unless none of them would be paid.
 */
export function matchName(
  name: string,
  to: Dispatch['to'],
  people: readonly AllowancePerson[],
  groupUnits: GroupUnits,
): Match {
  const called = people.filter((p) => plain(p.name) === plain(name));
  if (called.length === 0) return { reason: 'nobody' };
  const unitId = to.kind === 'group' ? groupUnits.get(to.id) : to.id;
  const inGroup = called.filter((p) => p.groupIds.includes(to.id));
  const inUnit = called.filter((p) => p.unitId === unitId);
  const [nearest = []] = [inGroup, inUnit, called].filter((list) => list.length > 0);
  const [only] = nearest;
  if (only && nearest.length === 1) return { person: paid(only) ? only : null };
  return nearest.some(paid) ? { reason: 'several' } : { person: null };
}
