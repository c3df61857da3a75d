import { type GroupPerson, leaderNow } from './types.ts';

/** Whom to ring for a group, in order. */
export type Ringing = {
  /** Who leads now; undefined when leader and deputies are all on leave or out. */
  now: GroupPerson | undefined;
  /** Leaders before that one in line who cannot go: said, so that nobody rings them first. */
  passed: GroupPerson[];
  /** Everybody else who is sent, in ringing order. */
  rest: GroupPerson[];
};

const goes = (p: GroupPerson) => p.duty === 'leader' || p.duty === 'deputyLeader' || p.duty === 'member';
const leads = (p: GroupPerson) => p.duty === 'leader' || p.duty === 'deputyLeader';

/** The ringing order of a group (篇三 一): the leader now, those passed over, the rest. */
export function ringingOf(group: { people: readonly GroupPerson[] }): Ringing {
  const people = group.people.filter(goes);
  const now = leaderNow({ people });
  const end = now ? people.indexOf(now) : people.length;
  const passed = people.slice(0, end).filter(leads);
  return { now, passed, rest: people.filter((p) => p !== now && !passed.includes(p)) };
}

/** Whether anybody of a group can be sent (在岗 or 备勤); undefined where nobody is known by name. */
export function anybodyCanGo(group: { people: readonly GroupPerson[] }): boolean | undefined {
  const people = group.people.filter(goes);
  if (people.length === 0) return undefined;
  return people.some((p) => p.availability === 'onDuty' || p.availability === 'standby');
}
