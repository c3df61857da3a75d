import { expect, it } from 'vitest';
import { type GroupPerson, leaderNow } from './types.ts';

const person = (
  name: string,
  duty: GroupPerson['duty'],
  availability: GroupPerson['availability'],
): GroupPerson => ({ personId: name, name, phone: '', duty, availability });

it.each<
  [name: string, leader: GroupPerson['availability'], deputy: GroupPerson['availability'], who?: string]
>([
  ['the leader', 'onDuty', 'onDuty', 'leader'],
  ['the leader on standby', 'standby', 'onDuty', 'leader'],
  ['the deputy when the leader is on leave', 'leave', 'standby', 'deputy'],
  ['the deputy when the leader is out', 'out', 'onDuty', 'deputy'],
  ['nobody', 'leave', 'out', undefined],
])('%s leads', (_name, leader, deputy, who) => {
  const people = [
    person('head', 'deputyInCharge', 'onDuty'),
    person('leader', 'leader', leader),
    person('deputy', 'deputyLeader', deputy),
    person('member', 'member', 'onDuty'),
  ];
  expect(leaderNow({ people })?.name).toBe(who);
});
