import type { Availability } from '../people/types.ts';

export type GroupPerson = {
  personId: string;
  name: string;
  phone: string;
  availability: Availability;
  /** 分管领导 责任人 组长 副组长 队员. */
  duty: 'deputyInCharge' | 'responsible' | 'leader' | 'deputyLeader' | 'member';
};

/** An action group (应急行动组, 篇三 一) with everyone on it, in ringing order. */
export type ActionGroup = {
  id: string;
  name: string;
  unitId: string;
  unitName: string;
  people: GroupPerson[];
  vehicles: { plate: string; marked: boolean }[];
  /** Open instructions its teams are out for. */
  out: { instructionId: string; number: string; place: string }[];
};

const canLead = (p: GroupPerson) => p.availability === 'onDuty' || p.availability === 'standby';

/** Who leads the group now: the leader, else the next deputy leader who is neither on leave nor out. */
export function leaderNow(group: Pick<ActionGroup, 'people'>): GroupPerson | undefined {
  const inLine = group.people.filter((p) => p.duty === 'leader' || p.duty === 'deputyLeader');
  return inLine.find(canLead);
}
