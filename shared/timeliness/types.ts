import { z } from 'zod';
import { localDate } from '../fields.ts';

/** The four spans of 篇三 四 that are measured. */
export const stageSchema = z.enum(['acceptance', 'dispatch', 'arrival', 'reportBack']);
export type Stage = z.infer<typeof stageSchema>;
export const stages = stageSchema.options;

/** The spans that have a limit: receipt has none, the centre's clock is not ours. */
export const timedStages = ['dispatch', 'arrival', 'reportBack'] as const satisfies readonly Stage[];
export type TimedStage = (typeof timedStages)[number];

/** By what the figures are broken down. */
export const groupingSchema = z.enum(['team', 'category', 'grid', 'hour']);
export type Grouping = z.infer<typeof groupingSchema>;
export const groupings = groupingSchema.options;

/** How a day is cut: by the calendar, or by the duty day from changeover to changeover. */
export const basisSchema = z.enum(['local', 'duty']);

/** A period by days of receipt, both included. */
export const periodSchema = z.object({
  fromDay: localDate(),
  toDay: localDate(),
  basis: basisSchema.default('local'),
  by: groupingSchema.default('team'),
});
export type Period = z.infer<typeof periodSchema>;

/** A period by every grouping at once. */
export const bulletinSchema = periodSchema.omit({ by: true });
export type BulletinPeriod = z.infer<typeof bulletinSchema>;

/** What of a report leaves as a workbook: the figures by group, or the list of late teams. */
export const sheetSchema = periodSchema.extend({ sheet: z.enum(['figures', 'late']).default('figures') });

/** One measured span: how many fell into each bucket, and the middle and slow ends in minutes. */
export type Distribution = {
  /** Those that have ended and can be measured: the denominator of every share. */
  measured: number;
  /** Those that have begun and not ended. */
  pending: number;
  /** Counts per bucket; bucket n holds what took at most `buckets[n]` minutes, the last one all that took longer. */
  counts: number[];
  medianMinutes: number | null;
  p90Minutes: number | null;
};

/** On time over those judged; what was called off, linked or voided is left out before. */
export type Rate = { numerator: number; denominator: number };

export type TimelinessGroup = {
  /** The unit or group, category number, grid number or hour; empty for what has none. */
  key: string;
  /** Its name; empty where the window has a word of its own. */
  label: string;
  /** Instructions it took part in: one that two teams went to stands with both, so teams may sum to more than the total. */
  instructions: number;
  stages: Record<Stage, Distribution>;
  rates: Record<TimedStage, Rate>;
};

/** One late team with what was explained. */
export type LateRow = {
  instructionId: string;
  number: string;
  place: string;
  team: string;
  receivedAtMs: number;
  deadlineMs: number;
  arrivedAtMs: number | null;
  /** Called back after its limit had passed. */
  recalledAtMs: number | null;
  /** Whole minutes, rounded up; without arrival up to the recall, else up to now. */
  lateMinutes: number;
  explanations: { reason: string; explainedTo: string; explainedAtMs: number }[];
};

/** What the period holds besides and no figure counts. */
export type LeftOut = {
  declined: number;
  duplicates: number;
  voided: number;
  /** 补录: the desk knows when the result was entered, not when it was known, so its report back is not measured. */
  backEntered: number;
};

export type TimelinessReport = {
  siteName: string;
  deskName: string;
  timeZone: string;
  period: Period;
  /** The instants the period means: from, up to and not including. */
  fromMs: number;
  toMs: number;
  /** Up to when what is pending was looked at. */
  asOfMs: number;
  buckets: Record<Stage, number[]>;
  total: TimelinessGroup;
  groups: TimelinessGroup[];
  late: LateRow[];
  leftOut: LeftOut;
};

/** The report by team, and the groups of the same period by every other grouping: what the bulletin shows. */
export type TimelinessBulletin = { report: TimelinessReport; groups: Record<Grouping, TimelinessGroup[]> };
