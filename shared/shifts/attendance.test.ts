import { expect, it } from 'vitest';
import { type Presence, presenceOf } from './attendance.ts';

const MINUTE = 60_000;
const START = 1_000 * MINUTE;
const at = (minutes: number) => START + minutes * MINUTE;

it.each<
  [
    name: string,
    nowMinutes: number,
    signedIn: number | null,
    signedOut: number | null,
    late: number | null,
    shift: { taken: number | null; relieved: number | null },
    Presence,
  ]
>([
  ['an hour before', -60, null, null, null, { taken: null, relieved: null }, 'expected'],
  ['eleven minutes before', -11, null, null, null, { taken: null, relieved: null }, 'expected'],
  ['ten minutes before', -10, null, null, null, { taken: null, relieved: null }, 'due'],
  ['at the start', 0, null, null, null, { taken: null, relieved: null }, 'missing'],
  ['the crew took over early', -5, null, null, null, { taken: -5, relieved: null }, 'missing'],
  ['in time', 0, -8, null, 0, { taken: null, relieved: null }, 'onTime'],
  ['four minutes late', 10, 4, null, 4, { taken: 2, relieved: null }, 'late'],
  ['never came', 1500, null, null, null, { taken: 2, relieved: 1440 }, 'absent'],
  ['came and went again before it began', -5, -8, -6, 0, { taken: null, relieved: null }, 'due'],
  ['left before the relief', 600, 0, 500, 0, { taken: 0, relieved: null }, 'leftEarly'],
  ['left before the relief, seen later', 1500, 0, 500, 0, { taken: 0, relieved: 1440 }, 'leftEarly'],
  ['left after the relief', 1500, 0, 1445, 0, { taken: 0, relieved: 1440 }, 'onTime'],
  ['late, and left after it', 1500, 4, 1445, 4, { taken: 0, relieved: 1440 }, 'late'],
])('%s', (_name, now, signedIn, signedOut, late, { taken, relieved }, presence) => {
  const ms = (minutes: number | null) => (minutes === null ? null : at(minutes));
  const member = { signedInAtMs: ms(signedIn), signedOutAtMs: ms(signedOut), lateMinutes: late };
  const shift = { plannedStartMs: START, takenAtMs: ms(taken), relievedAtMs: ms(relieved) };
  expect(presenceOf(member, shift, at(now), 10)).toBe(presence);
});
