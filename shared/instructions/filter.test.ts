import { expect, test } from 'vitest';
import { filterFromAddress, filterSchema } from './filter.ts';
import { lifecycle } from './lifecycle.ts';

const of = (address: Record<string, string>) => filterFromAddress((key) => address[key] ?? null);
const none = filterSchema.parse({});

test.each<[string, Record<string, string>, object]>([
  ['nothing', {}, {}],
  ['all', { state: 'all' }, {}],
  ['open', { state: 'open' }, { states: [...lifecycle.notify] }],
  ['one state', { state: 'closed' }, { states: ['closed'] }],
  ['days', { from: '2026-03-01', to: '2026-03-11' }, { fromDay: '2026-03-01', toDay: '2026-03-11' }],
  ['a duty day', { day: '2026-03-11' }, { dutyDay: '2026-03-11' }],
  ['words', { words: '  广告牌 ' }, { words: '广告牌' }],
  ['a category', { category: '3' }, { categoryNo: 3 }],
  [
    'a team, a zone, late',
    { team: 'g1', zone: 'other', late: 'yes' },
    { targetId: 'g1', zone: 'other', late: true },
  ],
])('an address with %s', (_name, address, expected) => {
  expect(of(address)).toEqual({ ...none, ...expected });
});

test.each<[string, string]>([
  ['day', '11 March'],
  ['from', '2026-02-30'],
  ['to', 'x'],
  ['category', 'x'],
  ['category', '1.5'],
  ['zone', 'moon'],
  ['late', 'no'],
  ['state', 'x'],
])('%s=%s does not filter', (key, value) => {
  expect(of({ [key]: value })).toEqual(none);
});

test('whatever an address says is a filter the engine takes', () => {
  const wild = of({ words: 'x'.repeat(500), category: '99', team: 'y', state: 'followUp' });
  expect(filterSchema.parse(wild)).toEqual(wild);
});
