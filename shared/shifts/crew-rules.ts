import type { Posture } from '../posture/types.ts';
import { type Crew, deskPeople, type ShiftMember } from './types.ts';

/** What kind of day a calendar date is; `unknown` where no calendar says so. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'unknown';

/** What the calendar says of a duty day; the holiday by its name in both languages, null on every other day. */
export type DutyDayFacts = { dutyDay: string; kind: DayKind; holiday: { zh: string; en: string } | null };

/**
 * A rule of the crew that is not met: fewer than two people (人数不足), fewer than an emergency needs, no leader on duty where
 * one is required, one person in two duties. Only the first refuses a takeover; the others are marked.
 */
export type CrewFault = 'tooFewPeople' | 'tooFewForEmergency' | 'noLeaderOnDuty' | 'leadIsLiaison';

/** What the attendance of a crew shows besides its names: fewer than two people there when it took the desk, the leader not there. */
export type PresenceFault = 'fewPresent' | 'leaderAbsent';

type Attending = Pick<ShiftMember, 'personId' | 'duty' | 'signedInAtMs'>;

/** What was missing of a crew at the moment at which it took the desk (篇五 四(二): 双人值班); nothing before that. */
export function presenceFaults(members: readonly Attending[], takenAtMs: number | null): PresenceFault[] {
  if (takenAtMs === null) return [];
  const there = (m: Attending) => m.signedInAtMs !== null && m.signedInAtMs <= takenAtMs;
  const leaders = members.filter((m) => m.duty === 'leaderOnDuty');
  const keepers = new Set(
    members.filter((m) => m.duty !== 'leaderOnDuty' && there(m)).map((m) => m.personId),
  );
  const faults: PresenceFault[] = [];
  if (keepers.size < 2) faults.push('fewPresent');
  if (leaders.some((m) => m.signedInAtMs === null)) faults.push('leaderAbsent');
  return faults;
}

type Conditions = {
  posture: Posture;
  /** Of every calendar day that the shift touches. */
  days: readonly DayKind[];
  emergencyCrewMinimum: number;
};

/** A leader is on duty on holidays and in an emergency (篇五 四(三)). */
export const needsLeader = ({ posture, days }: Pick<Conditions, 'posture' | 'days'>): boolean =>
  posture === 'emergency' || days.includes('holiday');

/** How many people of a crew keep the desk; a duty that nobody is named for yet is nobody. */
export const namedPeople = (crew: Crew): number => deskPeople(crew).filter((id) => id !== '').length;

/** Which rules a crew does not meet (篇五 四(二)(三)). */
export function crewFaults(crew: Crew, conditions: Conditions): CrewFault[] {
  const people = namedPeople(crew);
  const faults: CrewFault[] = [];
  if (people < 2) faults.push('tooFewPeople');
  else if (conditions.posture === 'emergency' && people < conditions.emergencyCrewMinimum)
    faults.push('tooFewForEmergency');
  if (needsLeader(conditions) && crew.leaderOnDutyId === null) faults.push('noLeaderOnDuty');
  if (crew.shiftLeadId !== '' && crew.shiftLeadId === crew.liaisonId) faults.push('leadIsLiaison');
  return faults;
}
