import { z } from 'zod';
import { id } from '../fields.ts';

/** A crew (班组): one shift lead, a liaison, further officers, a leader on duty when required (篇五 四(二)). */
export const crewSchema = z.object({
  shiftLeadId: id(),
  liaisonId: id(),
  officerIds: z.array(id()).max(20, 'tooMany').default([]),
  leaderOnDutyId: id().nullable().default(null),
});
export type Crew = z.infer<typeof crewSchema>;

export type ShiftMember = {
  personId: string;
  name: string;
  phone: string;
  duty: 'shiftLead' | 'liaison' | 'officer' | 'leaderOnDuty';
  signedInAtMs: number | null;
  signedOutAtMs: number | null;
  /** Minutes late against the shift's planned start; null before signing in. */
  lateMinutes: number | null;
};

export type Shift = {
  id: string;
  dutyDay: string;
  status: 'planned' | 'holding' | 'relieved';
  plannedStartMs: number;
  plannedEndMs: number;
  takenAtMs: number | null;
  relievedAtMs: number | null;
  /** True for a crew that took over in mid-shift, with the reason of the extra handover. */
  extraReason: string;
  members: ShiftMember[];
  version: number;
};

/** The distinct people of a crew who keep the desk; the leader on duty does not count (双人值班). */
export const deskPeople = (crew: Crew): string[] => [
  ...new Set([crew.shiftLeadId, crew.liaisonId, ...crew.officerIds]),
];

/** The crew of a shift as it was named; a duty that nobody holds is empty. */
export function crewOf(shift: Pick<Shift, 'members'>): Crew {
  const having = (duty: ShiftMember['duty']) =>
    shift.members.filter((m) => m.duty === duty).map((m) => m.personId);
  return {
    shiftLeadId: having('shiftLead')[0] ?? '',
    liaisonId: having('liaison')[0] ?? '',
    officerIds: having('officer'),
    leaderOnDutyId: having('leaderOnDuty')[0] ?? null,
  };
}
