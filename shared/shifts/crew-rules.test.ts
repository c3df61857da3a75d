import { expect, it } from 'vitest';
import { type CrewFault, crewFaults, type DayKind } from './crew-rules.ts';
import type { Crew } from './types.ts';

const crew = (over: Partial<Crew> = {}): Crew => ({
  shiftLeadId: 'lead',
  liaisonId: 'liaison',
  officerIds: ['officer'],
  leaderOnDutyId: null,
  ...over,
});
const led = { leaderOnDutyId: 'leader' };

it.each<[name: string, crew: Partial<Crew>, posture: 'routine' | 'emergency', day: DayKind, CrewFault[]]>([
  ['an ordinary day', {}, 'routine', 'workday', []],
  ['a weekend', {}, 'routine', 'weekend', []],
  ['a year without a calendar', {}, 'routine', 'unknown', []],
  ['a holiday without a leader', {}, 'routine', 'holiday', ['noLeaderOnDuty']],
  ['a holiday with one', led, 'routine', 'holiday', []],
  [
    'one person',
    { liaisonId: 'lead', officerIds: [] },
    'routine',
    'workday',
    ['tooFewPeople', 'leadIsLiaison'],
  ],
  ['two, the lead is liaison', { liaisonId: 'lead' }, 'routine', 'workday', ['leadIsLiaison']],
  ['an emergency', {}, 'emergency', 'workday', ['noLeaderOnDuty']],
  ['an emergency with two', { officerIds: [], ...led }, 'emergency', 'workday', ['tooFewForEmergency']],
  [
    'a leader is none of the crew',
    { officerIds: ['lead'], ...led },
    'emergency',
    'workday',
    ['tooFewForEmergency'],
  ],
  [
    'one person in an emergency is named once',
    { liaisonId: 'lead', officerIds: [] },
    'emergency',
    'workday',
    ['tooFewPeople', 'noLeaderOnDuty', 'leadIsLiaison'],
  ],
  [
    'nobody named yet',
    { shiftLeadId: '', liaisonId: '', officerIds: [] },
    'routine',
    'workday',
    ['tooFewPeople'],
  ],
])('%s', (_name, over, posture, day, faults) => {
  expect(crewFaults(crew(over), { posture, days: [day], emergencyCrewMinimum: 3 })).toEqual(faults);
});
