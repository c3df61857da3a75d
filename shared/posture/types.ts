import { z } from 'zod';
import { freeText, id, text } from '../fields.ts';

/** 平急转换: 常态 / 应急 (篇五 四(三)). */
export const postureSchema = z.enum(['routine', 'emergency']);
export type Posture = z.infer<typeof postureSchema>;

export const postureChangeSchema = z.object({
  to: postureSchema,
  /** The plan whose checklist is opened; only for an emergency. */
  planId: id().nullable().default(null),
  reason: text(300),
});

/**
 * A step of the checklist of the emergency under way: added, reworded, ticked off, noted, left out. What is not sent stays as
 * it is, so that a note from one screen takes away no tick of another.
 */
export const postureStepSchema = z.object({
  /** Left out for a new step, which needs words. */
  id: id().optional(),
  text: text(300).optional(),
  note: freeText(500).optional(),
  done: z.boolean().optional(),
  dropped: z.boolean().optional(),
});
export type PostureStepInput = z.infer<typeof postureStepSchema>;

/** A plan (预案) with the steps of its checklist, in order. What is not sent of a plan stays as it is. */
export const planSchema = z.object({
  /** Left out for a new plan, which needs a name and steps. */
  id: id().optional(),
  name: text(60).optional(),
  steps: z.array(text(300)).min(1, 'required').max(60, 'tooMany').optional(),
  active: z.boolean().optional(),
});
export type PlanInput = z.infer<typeof planSchema>;

export type Plan = { id: string; name: string; steps: string[]; active: boolean; position: number };

export type PostureStep = {
  id: string;
  text: string;
  note: string;
  doneAtMs: number | null;
  doneBy: string;
  dropped: boolean;
};

/** One change of posture, as it stays in the history. */
export type PostureChange = {
  id: string;
  posture: Posture;
  planName: string;
  reason: string;
  byName: string;
  atMs: number;
  stepsDone: number;
  steps: number;
};

/** The posture in force; routine since the beginning when it never changed. */
export type PostureNow = {
  posture: Posture;
  sinceMs: number | null;
  reason: string;
  byName: string;
  planName: string;
};
