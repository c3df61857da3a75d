import { expect, test } from 'vitest';
import { given, wayTo } from '../instructions/testing/story.ts';
import { siteSchema } from '../settings/types.ts';
import { chooseTeam } from './choice.ts';
import { peopleOut, teamsOut } from './out.ts';
import { anybodyCanGo, ringingOf } from './ringing.ts';
import type { GroupPerson } from './types.ts';

const person = (
  name: string,
  duty: GroupPerson['duty'],
  availability: GroupPerson['availability'] = 'onDuty',
): GroupPerson => ({ personId: name, name, phone: '', duty, availability });

const names = (people: readonly GroupPerson[]) => people.map((p) => p.name).join(' ');

test.each<[leader: GroupPerson['availability'], deputy: GroupPerson['availability'], said: string]>([
  ['onDuty', 'onDuty', 'now leader, passed , rest deputy second member responsible head'],
  ['leave', 'standby', 'now deputy, passed leader, rest second member responsible head'],
  ['out', 'leave', 'now second, passed leader deputy, rest member responsible head'],
])('leader %s, deputy %s: %s', (leader, deputy, said) => {
  const { now, passed, rest } = ringingOf({
    people: [
      person('head', 'deputyInCharge'),
      person('responsible', 'responsible'),
      person('leader', 'leader', leader),
      person('deputy', 'deputyLeader', deputy),
      person('second', 'deputyLeader'),
      person('member', 'member'),
    ],
  });
  expect(`now ${now?.name}, passed ${names(passed)}, rest ${names(rest)}`).toBe(said);
});

test('whoever a team in the field names is out: the next in line leads until it is back', () => {
  const lead = (steps: Parameters<typeof given>[0]) => {
    const away = peopleOut([given(steps)]);
    const people = ['霍长风', '苗立秋'].map((name, n) => ({
      ...person(name, n === 0 ? 'leader' : 'deputyLeader'),
      outFor: away.get(name) ?? null,
    }));
    return ringingOf({ people }).now?.name;
  };
  const taken: Parameters<typeof given>[0] = [[1, 'dispatch', { takenBy: '霍长风' }]];
  expect(lead([])).toBe('霍长风');
  expect(lead(taken)).toBe('苗立秋');
  expect(
    lead([
      [1, 'dispatch'],
      [2, 'turnout', { members: ['霍长风'] }],
    ]),
  ).toBe('苗立秋');
  expect(
    lead([
      [1, 'dispatch'],
      [2, 'turnout', { members: ['霍长风', '苗立秋'] }],
    ]),
  ).toBeUndefined();
  expect(lead([...taken, [3, 'recall']])).toBe('霍长风');
  expect(lead([...taken, [3, 'onScene'], [9, 'returned']])).toBe('霍长风');
});

test('nobody leads: all leaders are passed over, members are still to be rung', () => {
  const group = { people: [person('leader', 'leader', 'out'), person('member', 'member', 'standby')] };
  expect(ringingOf(group)).toMatchObject({ now: undefined, passed: [{ name: 'leader' }] });
  expect(names(ringingOf(group).rest)).toBe('member');
});

test('who can go: known only where somebody is known by name; a deputy in charge is not sent', () => {
  expect(anybodyCanGo({ people: [person('head', 'deputyInCharge')] })).toBeUndefined();
  expect(anybodyCanGo({ people: [person('a', 'leader', 'leave'), person('b', 'member', 'out')] })).toBe(
    false,
  );
  expect(anybodyCanGo({ people: [person('a', 'leader', 'leave'), person('b', 'member', 'standby')] })).toBe(
    true,
  );
});

const group = { kind: 'group', id: 'g1' } as const;
const unit = { kind: 'unit', id: 'u1' } as const;

test('a team is out until it is recalled, back, or its work is done', () => {
  const out = (steps: Parameters<typeof given>[0]) => teamsOut([given(steps)]).map((o) => o.to.id);
  expect(out([])).toEqual([]);
  expect(out([[1, 'dispatch']])).toEqual(['g1']);
  expect(
    out([
      [1, 'dispatch'],
      [2, 'recall'],
    ]),
  ).toEqual([]);
  expect(out([...wayTo.handling, [30, 'returned']])).toEqual([]);
  expect(out(wayTo.outOfScopeOnScene)).toEqual(['g1']);
  for (const state of ['resolved', 'transferred', 'followUp', 'closed', 'voided'] as const)
    expect(out(wayTo[state]), state).toEqual([]);
});

const site = siteSchema.parse({ name: 'x', deskName: 'y' });
const route = { no: 1, unitId: 'u1', groupId: 'g1' };
/** 10:00 and 20:00 in Shanghai. */
const [day, night] = [Date.UTC(2026, 2, 11, 2), Date.UTC(2026, 2, 11, 12)];
const outFor = (to: { kind: 'unit' | 'group'; id: string }, instructionId = 'other') => ({
  to,
  instructionId,
  number: '2026-000012',
  place: '和平路',
});

const [otherUnit, otherGroup] = [
  { kind: 'unit', id: 'u2' },
  { kind: 'group', id: 'g2' },
] as const;
const known = (secondOnLeave = false) => ({
  routes: [route, { no: 2, unitId: 'u2', groupId: 'g2' }],
  groups: [
    { id: 'g1', unitId: 'u1', people: [] },
    { id: 'g2', unitId: 'u2', people: [person('leader', 'leader', secondOnLeave ? 'leave' : 'onDuty')] },
  ],
});

test.each([
  ['nothing is out', [], [], day, 'unit', false, 0, null],
  ['at night the group', [], [], night, 'group', false, 0, null],
  ['by day the unit is out: another unit', [], [outFor(unit)], day, 'unit', false, 1, otherUnit],
  ['at night the group is out: another group', [], [outFor(group)], night, 'group', false, 1, otherGroup],
  ['all are out: nobody', [], [outFor(group), outFor(otherGroup)], night, 'group', false, 1, null],
  ['the other is out as its unit', [], [outFor(group), outFor(otherUnit)], night, 'group', false, 1, null],
  ['out for this one only', [], [outFor(unit, 'this')], day, 'unit', false, 0, null],
  ['sent already, by day', [unit], [outFor(unit, 'this')], day, 'unit', true, 0, otherUnit],
  ['sent already, at night', [group], [outFor(group, 'this')], night, 'group', true, 0, otherGroup],
  [
    'the unit was sent by day, now it is night',
    [unit],
    [outFor(unit, 'this')],
    night,
    'group',
    false,
    0,
    null,
  ],
  ['both sent', [group, otherGroup], [], night, 'group', true, 0, null],
] as const)('%s', (_name, sentTo, out, nowMs, kind, sent, busy, instead) => {
  const choice = chooseTeam(route, { id: 'this', sentTo }, out, { nowMs, site }, known());
  expect(choice?.proposal.kind).toBe(kind);
  expect([choice?.sent, choice?.out.length, choice?.instead]).toEqual([sent, busy, instead]);
});

test('a group whose people are all on leave is no alternative', () => {
  const choose = (onLeave: boolean) =>
    chooseTeam(route, { id: 'this', sentTo: [] }, [outFor(group)], { nowMs: night, site }, known(onLeave));
  expect(choose(false)?.instead).toEqual(otherGroup);
  expect(choose(true)?.instead).toBeNull();
});

test('a category without a route proposes nobody', () => {
  expect(
    chooseTeam(undefined, { id: 'this', sentTo: [] }, [], { nowMs: day, site }, known()),
  ).toBeUndefined();
});
