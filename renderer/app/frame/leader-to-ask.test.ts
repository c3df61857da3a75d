import { expect, test } from 'vitest';
import type { ActionGroup } from '../../../shared/groups/types.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Category, Person } from '../../../shared/people/types.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { leadersToAsk } from './leader-to-ask.ts';

const member = (duty: ShiftMember['duty'], name: string) =>
  ({ duty, name, phone: `${name}1` }) as ShiftMember;
const group = (id: string, deputy: string) =>
  ({
    id,
    unitId: `unit ${id}`,
    people: [
      { duty: 'deputyInCharge', name: deputy, phone: `${deputy}1` },
      { duty: 'leader', name: '组长', phone: '1' },
    ],
  }) as ActionGroup;
const person = (name: string, active = true) =>
  ({ name, phone: `${name}1`, active, roles: ['leaderOnDuty'] }) as Person;
const sentTo = (...ids: string[]) =>
  ({
    categoryNo: 1,
    dispatches: ids.map((id) => ({ to: { id }, recalled: null })),
  }) as unknown as Instruction;

const known = {
  members: [member('shiftLead', '田守一')],
  groups: [group('g1', '甲'), group('g2', '乙')],
  categories: [{ no: 1, groupId: 'g2' } as Category],
  people: [person('离任', false), person('丙'), person('丁'), person('戊')],
};
const asked = (...of: Parameters<typeof leadersToAsk>) => {
  const { as, people } = leadersToAsk(...of);
  return [as, ...people.map((p) => p.name)].join(' ');
};

test.each<[name: string, instruction: Instruction | undefined, over: Partial<typeof known>, asked: string]>([
  ['the crew has one', sentTo('g1'), { members: [member('leaderOnDuty', '沈若衡')] }, 'onDuty 沈若衡'],
  ['none: the deputy of the group that was sent', sentTo('g1'), {}, 'deputy 甲'],
  ['a unit was sent: the deputy of its group', sentTo('unit g2'), {}, 'deputy 乙'],
  ['nothing sent: the deputy of its category', sentTo(), {}, 'deputy 乙'],
  ['no deputy known: whoever may be one, at most two', sentTo('g9'), {}, 'any 丙 丁'],
  ['nobody at all', undefined, { people: [person('离任', false)] }, 'nobody'],
])('%s', (_name, instruction, over, expected) => {
  expect(asked(instruction, { ...known, ...over })).toBe(expected);
});
