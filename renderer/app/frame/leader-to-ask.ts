import type { ActionGroup } from '../../../shared/groups/types.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Category, Person } from '../../../shared/people/types.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';

/** Whom to ask, and as what: the crew's leader on duty, a deputy in charge, anyone who may be one. */
export type LeadersToAsk = {
  as: 'onDuty' | 'deputy' | 'any' | 'nobody';
  people: { name: string; phone: string }[];
};

/** More names than these are no answer to the question whom to ring. */
const NAMES = 2;

/**
 * Whom to tell of an alarm that nobody acknowledged (篇三 五(一)): the leader on duty of the crew; without one the deputy in
 * charge of the groups the instruction went to (or of its category); else whoever holds the role.
 */
export function leadersToAsk(
  instruction: Pick<Instruction, 'dispatches' | 'categoryNo'> | undefined,
  known: {
    members: readonly ShiftMember[];
    groups: readonly ActionGroup[];
    categories: readonly Category[];
    people: readonly Person[];
  },
): LeadersToAsk {
  const onDuty = known.members.filter((m) => m.duty === 'leaderOnDuty');
  if (onDuty.length > 0) return { as: 'onDuty', people: named(onDuty) };
  const category = known.categories.find((c) => c.no === instruction?.categoryNo);
  const sent = instruction?.dispatches.filter((d) => d.recalled === null).map((d) => d.to.id) ?? [];
  const ids = new Set(sent.length > 0 ? sent : [category?.groupId ?? '']);
  const deputies = known.groups
    .filter((g) => ids.has(g.id) || ids.has(g.unitId))
    .flatMap((g) => g.people.filter((p) => p.duty === 'deputyInCharge'));
  if (deputies.length > 0) return { as: 'deputy', people: named(deputies) };
  const able = known.people.filter((p) => p.active && p.roles.includes('leaderOnDuty'));
  return { as: able.length > 0 ? 'any' : 'nobody', people: named(able) };
}

const named = (people: readonly { name: string; phone: string }[]) =>
  people
    .filter((p, n) => people.findIndex((o) => o.name === p.name) === n)
    .slice(0, NAMES)
    .map(({ name, phone }) => ({ name, phone }));
