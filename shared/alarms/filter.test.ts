import { expect, it } from 'vitest';
import { alarmFilterOf } from './filter.ts';

it.each([
  ['', 'active', null, { classes: [], status: 'active', fromDay: null, toDay: null }],
  [
    'tab=past&class=arrivalOverdue&from=2026-03-01&to=2026-03-31',
    'past',
    'arrivalOverdue',
    { classes: ['arrivalOverdue'], status: 'settled', fromDay: '2026-03-01', toDay: '2026-03-31' },
  ],
  ['tab=silenced', 'silenced', null, { classes: [], status: 'active', fromDay: null, toDay: null }],
  [
    'tab=x&class=y&from=2026-02-31&to=heute',
    'active',
    null,
    { classes: [], status: 'active', fromDay: null, toDay: null },
  ],
])('the address %j', (address, tab, alarmClass, filter) => {
  const query = new Map(address.split('&').map((part) => part.split('=') as [string, string]));
  expect(alarmFilterOf((key) => query.get(key) ?? null)).toEqual({ tab, alarmClass, filter });
});
