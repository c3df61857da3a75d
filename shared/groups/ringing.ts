import { canGo, type GroupPerson, leaderNow } from './types.ts';

/** Whom to ring for a group, in order. */
export type Ringing = {
  /** Who leads now; undefined when leader and deputies are all on leave or out. */
  now: GroupPerson | undefined;
  /** Leaders before that one in line who cannot go: said, so that nobody rings them first. */
  passed: GroupPerson[];
  /** Everybody else in ringing order: who is sent, then 责任人 and 分管领导, who answer for the group. */
  rest: GroupPerson[];
};

const goes = (p: GroupPerson) => p.duty === 'leader' || p.duty === 'deputyLeader' || p.duty === 'member';
const leads = (p: GroupPerson) => p.duty === 'leader' || p.duty === 'deputyLeader';

const ranks = ['leader', 'deputyLeader', 'member', 'responsible', 'deputyInCharge'] as const;

/** The people of a group in the one order in which they are rung: 组长 副组长 队员 责任人 分管领导. */
export const inRingingOrder = <P extends Pick<GroupPerson, 'duty'>>(people: readonly P[]): P[] =>
  [...people].sort((a, b) => ranks.indexOf(a.duty) - ranks.indexOf(b.duty));

/** The ringing order of a group (篇三 一): the leader now, those passed over, the rest; nobody twice. */
export function ringingOf(group: { people: readonly GroupPerson[] }): Ringing {
  const people = inRingingOrder(group.people).filter(
    (p, n, all) => all.findIndex((each) => each.personId === p.personId) === n,
  );
  const now = leaderNow({ people });
  const end = now ? people.indexOf(now) : people.length;
  const passed = people.slice(0, end).filter(leads);
  return { now, passed, rest: people.filter((p) => p !== now && !passed.includes(p)) };
}

/** Whether anybody of a group can be sent (在岗 or 备勤, not in the field); undefined where nobody is known by name. */
export function anybodyCanGo(group: { people: readonly GroupPerson[] }): boolean | undefined {
  const people = group.people.filter(goes);
  if (people.length === 0) return undefined;
  return people.some(canGo);
}
