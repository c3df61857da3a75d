import { expect, test } from 'vitest';
import type { ActionGroup } from '../../../shared/groups/types.ts';
import { DEPUTY, given, HEAD, wayTo } from '../../../shared/instructions/testing/story.ts';
import { defaultsOf, fixedOf } from './forms-defaults.ts';
import { leadersOf } from './leaders.ts';
import { teamsFor } from './teams.ts';

const group = (id: string, unitId: string, deputy: string): ActionGroup => ({
  id,
  name: `${id}组`,
  unitId,
  unitName: unitId,
  vehicles: [],
  out: [],
  people: [
    { personId: `${id}d`, name: deputy, phone: '1', availability: 'onDuty', duty: 'deputyInCharge' },
    { personId: `${id}r`, name: `${id}责`, phone: '2', availability: 'onDuty', duty: 'responsible' },
  ],
});
const world = {
  head: HEAD,
  units: [
    { id: 'u1', name: '大队', head: '段承岳', phone: '3' },
    { id: 'bureau', name: '局机关', head: HEAD, phone: '4' },
  ],
  categories: [{ no: 1, text: '', short: '', unitId: 'u1', groupId: 'g1' }],
  groups: [group('g1', 'u1', DEPUTY), group('g2', 'u2', '卓明远')],
};
const names = (i: ReturnType<typeof given>) => leadersOf(i, world).map((l) => `${l.role} ${l.name}`);

test('leaders: the deputy of the category, then the head, then those who answer for the team', () => {
  expect(names(given([]))).toEqual([
    `deputy ${DEPUTY}`,
    `head ${HEAD}`,
    'responsible g1责',
    'unitHead 段承岳',
  ]);
});

test('leaders: once a team of another group is sent, its deputy answers', () => {
  const sent = given([[1, 'dispatch']]);
  const other = { ...sent, dispatches: sent.dispatches.map((d) => ({ ...d, to: { ...d.to, id: 'g2' } })) };
  expect(names(other)[0]).toBe('deputy 卓明远');
});

test('leaders: where nobody answers for the category, any deputy does', () => {
  expect(names(given([], { categoryNo: null })).slice(0, 2)).toEqual([`deputy ${DEPUTY}`, 'deputy 卓明远']);
});

const known = { proposal: 'unit:u1', leaders: leadersOf(given([]), world) };
const start = (
  i: ReturnType<typeof given>,
  action: Parameters<typeof defaultsOf>[1],
  preset = {},
  typed = {},
) => defaultsOf(i, action, preset, typed, known);

test('重大: the deputy first, then the head through the deputy', () => {
  const grave = given([
    [1, 'dispatch'],
    [2, 'raiseSeverity', { to: 'grave' }],
  ]);
  expect(start(grave, 'notify', { tell: 'deputy' })).toMatchObject({ who: DEPUTY, through: '' });
  expect(start(grave, 'notify', { tell: 'head' })).toMatchObject({ who: HEAD, through: DEPUTY });
  expect(start(grave, 'notify', {}, { who: HEAD })).toMatchObject({ through: DEPUTY });
  expect(start(grave, 'notify')).toMatchObject({ who: '', through: '' });
  expect(start(grave, 'notify', { who: '沈若衡' })).toMatchObject({ who: '沈若衡', through: '' });
});

test('the team that owes it most is meant, or the one whose line was pressed', () => {
  const two = given([
    [1, 'dispatch'],
    [2, 'dispatch'],
    [9, 'onScene', { dispatchId: 't1' }],
  ]);
  expect(start(two, 'onScene').dispatchId).toBe('t2');
  expect(start(two, 'delayed', { dispatchId: 't1' }).dispatchId).toBe('t1');
  expect(start(two, 'onScene', { dispatchId: 't1' }).dispatchId).toBe('t2');
  expect(fixedOf({ dispatchId: 't1', tell: 'head', who: '沈若衡', inScope: false })).toEqual({
    inScope: false,
  });
});

test('who is called back is chosen among several, and known where only one is out', () => {
  const one = given([[1, 'dispatch']]);
  const two = given([
    [1, 'dispatch'],
    [2, 'dispatch'],
  ]);
  expect(start(one, 'recall').dispatchId).toBe('t1');
  expect(start(two, 'recall').dispatchId).toBeUndefined();
  expect(start(two, 'recall', { dispatchId: 't2' }).dispatchId).toBe('t2');
});

test('the crew of the chosen team stands in its form', () => {
  const two = given([
    [1, 'dispatch'],
    [2, 'dispatch'],
    [3, 'turnout', { dispatchId: 't2', members: ['苗立秋', '霍长风'], vehicle: '汐B·1', uniformed: true }],
  ]);
  expect(start(two, 'turnout')).toMatchObject({ dispatchId: 't1', members: '', uniformed: '' });
  expect(start(two, 'turnout', {}, { dispatchId: 't2' })).toMatchObject({
    members: '苗立秋、霍长风',
    vehicle: '汐B·1',
    uniformed: 'yes',
  });
});

test('a transfer goes to the department that was asked to come', () => {
  const i = given([
    ...wayTo.onScene,
    [12, 'confirmScope', { inScope: false, explainedTo: '110', competent: '供电公司' }],
  ]);
  expect(start(i, 'transfer')).toEqual({ to: '供电公司' });
});

test('teams: only one that has gone can come back; one sent twice is asked for by number', () => {
  const i = given([
    [1, 'dispatch'],
    [2, 'enRoute'],
    [3, 'dispatch'],
  ]);
  expect(teamsFor(i, 'out').map((d) => d.id)).toEqual(['t1']);
});
