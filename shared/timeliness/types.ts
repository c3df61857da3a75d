import { z } from 'zod';
import { localDate } from '../fields.ts';

/** The four spans of篇三 四 that are measured. */
export const stageSchema = z.enum(['acceptance', 'dispatch', 'arrival', 'reportBack']);
export type Stage = z.infer<typeof stageSchema>;

/** By what the figures are broken down. */
export const groupingSchema = z.enum(['team', 'category', 'grid', 'hour']);
export type Grouping = z.infer<typeof groupingSchema>;

/** A period by local dates of receipt, both included. */
export const periodSchema = z.object({
  fromDay: localDate(),
  toDay: localDate(),
  by: groupingSchema.default('team'),
});
export type Period = z.infer<typeof periodSchema>;

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
  key: string;
  label: string;
  instructions: number;
  stages: Record<Stage, Distribution>;
  arrivalRate: Rate;
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
  lateMinutes: number;
  explanations: string[];
};

export type TimelinessReport = {
  siteName: string;
  deskName: string;
  timeZone: string;
  period: Period;
  buckets: Record<Stage, number[]>;
  total: TimelinessGroup;
  groups: TimelinessGroup[];
  late: LateRow[];
  /** What the period holds besides: declined, linked, voided. */
  leftOut: { declined: number; duplicates: number; voided: number };
};
