import type { Availability } from '../people/types.ts';

/** What a person is in the field for. */
export type OutFor = { instructionId: string; number: string; place: string };

export type GroupPerson = {
  personId: string;
  name: string;
  phone: string;
  /** What somebody set; `standingOf` says how the person stands now. */
  availability: Availability;
  /** The instruction whose team, still in the field, names this person; derived, never written. */
  outFor?: OutFor | null;
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
  out: OutFor[];
};

/** How a person stands now: out while a team still in the field names them, else as set. */
export const standingOf = (p: Pick<GroupPerson, 'availability' | 'outFor'>): Availability =>
  p.outFor && p.availability !== 'leave' ? 'out' : p.availability;

/** Whether a person can be sent now: 在岗 or 备勤, and not named by a team in the field. */
export const canGo = (p: Pick<GroupPerson, 'availability' | 'outFor'>): boolean =>
  standingOf(p) === 'onDuty' || standingOf(p) === 'standby';

/** Who leads the group now: the leader, else the next deputy leader who is neither on leave nor out. */
export function leaderNow(group: Pick<ActionGroup, 'people'>): GroupPerson | undefined {
  const inLine = group.people.filter((p) => p.duty === 'leader' || p.duty === 'deputyLeader');
  return inLine.find(canGo);
}
