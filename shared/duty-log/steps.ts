import { z } from 'zod';
import { freeText, timeMs } from '../fields.ts';
import { followUpInputSchema } from './follow-up.ts';

/** 报告领导 / 拟办意见 / 领导批示 / 办理结果: what happens to a paper or a call after it came. */
export const stepKindSchema = z.enum(['reported', 'proposal', 'order', 'result']);
export type StepKind = z.infer<typeof stepKindSchema>;

/**
 * One step as typed. `who`: the leader told (reported), who proposes, the leader who orders, who has dealt with it. An order
 * with owner and due time opens a follow-up; it is tracked until that is done.
 */
export const stepInputSchema = z
  .object({
    kind: stepKindSchema,
    who: freeText(60).default(''),
    text: freeText().default(''),
    occurredAtMs: timeMs().optional(),
    followUp: followUpInputSchema.nullable().default(null),
  })
  .superRefine((step, context) => {
    const need = (field: 'who' | 'text') => {
      if (step[field] === '') context.addIssue({ code: 'custom', path: [field], message: 'required' });
    };
    if (step.kind === 'reported' || step.kind === 'order') need('who');
    if (step.kind !== 'reported') need('text');
    if (step.followUp !== null && step.kind !== 'order')
      context.addIssue({ code: 'custom', path: ['followUp'], message: 'orderOnly' });
  });
export type StepInput = z.infer<typeof stepInputSchema>;

export type LogStep = {
  id: string;
  kind: StepKind;
  who: string;
  text: string;
  /** The follow-up that an order opened; null when it named no owner. */
  followUpId: string | null;
  occurredAtMs: number;
  recordedAtMs: number;
  shiftId: string;
  actorName: string;
};
