import { describe, expect, it } from 'vitest';
import { type CrewFault, crewFaults, type DayKind, presenceFaults } from './crew-rules.ts';
import type { Crew, ShiftMember } from './types.ts';

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

describe('who was there when the desk was taken', () => {
  const member = (personId: string, duty: ShiftMember['duty'], signedInAtMs: number | null) => ({
    personId,
    duty,
    signedInAtMs,
  });
  it.each([
    ['two before it', [member('a', 'shiftLead', 5), member('b', 'liaison', 9)], []],
    ['one after it', [member('a', 'shiftLead', 10), member('b', 'liaison', 11)], ['fewPresent']],
    ['one person in two duties', [member('a', 'shiftLead', 5), member('a', 'liaison', 5)], ['fewPresent']],
    [
      'a leader who never came',
      [member('a', 'shiftLead', 5), member('b', 'officer', 5), member('c', 'leaderOnDuty', null)],
      ['leaderAbsent'],
    ],
  ] as const)('%s', (_name, members, faults) => {
    expect(presenceFaults(members, 10)).toEqual(faults);
  });

  it('is not asked before it was taken', () => {
    expect(presenceFaults([member('a', 'shiftLead', null)], null)).toEqual([]);
  });
});
