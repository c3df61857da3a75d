import { z } from 'zod';
import { name, text, timeMs } from '../fields.ts';
import { actionSchemas, receiveSchema } from './actions.ts';

const { to, takenBy, takenAtMs, means, leaderNeeded, despite } = actionSchemas.dispatch.shape;

const section = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const form = z.object({
  number: text(20),
  /** When the call was taken down on paper; our receipt time. */
  receivedAtMs: timeMs(),
  receive: receiveSchema.omit({ duplicateOfId: true }),
  dispatch: section(
    z.object({ to, takenBy, takenAtMs, means, leaderNeeded, despite, dispatchedAtMs: timeMs() }),
  ),
  /** 出动人员, 车辆, 着装. */
  crew: section(actionSchemas.turnout.omit({ dispatchId: true })),
  /** 告知领导. */
  notify: section(z.object({ who: name(), notifiedAtMs: timeMs(), means })),
  /** 迟到原因, and to whom it was explained. */
  delayed: section(z.object({ reason: text(500), explainedTo: name(), explainedAtMs: timeMs() })),
  onScene: section(z.object({ arrivedAtMs: timeMs(), text: actionSchemas.onScene.shape.text })),
  resolve: section(actionSchemas.resolve.extend({ resolvedAtMs: timeMs() })),
  reportBack: section(z.object({ to: name(), reportedAtMs: timeMs() })),
  close: z.boolean().default(false),
});

type Form = z.infer<typeof form>;

/** What each part of the form rests on: without it there is nothing that could have happened next. */
const restsOn: readonly (readonly [part: keyof Form, on: keyof Form, field: string])[] = [
  ['crew', 'dispatch', 'to'],
  ['delayed', 'dispatch', 'to'],
  ['onScene', 'dispatch', 'to'],
  ['resolve', 'onScene', 'arrivedAtMs'],
  ['reportBack', 'resolve', 'text'],
];

/** The times of a form in the order in which they must have come. */
const timesOf = (f: Form): readonly (readonly [path: string[], ms: number | undefined])[] => [
  [['receivedAtMs'], f.receivedAtMs],
  [['dispatch', 'dispatchedAtMs'], f.dispatch?.dispatchedAtMs],
  [['dispatch', 'takenAtMs'], f.dispatch?.takenAtMs],
  [['onScene', 'arrivedAtMs'], f.onScene?.arrivedAtMs],
  [['resolve', 'resolvedAtMs'], f.resolve?.resolvedAtMs],
  [['reportBack', 'reportedAtMs'], f.reportBack?.reportedAtMs],
];

/**
 * A blank intake form filled in by hand while the desk was without power (补录): what the form says, with its own times.
 * The later parts may be missing; those given follow each other in the order of the flow.
 */
export const backEntrySchema = form.superRefine((f, ctx) => {
  for (const [part, on, field] of restsOn) {
    if (f[part] && !f[on]) ctx.addIssue({ code: 'custom', path: [on, field], message: 'required' });
  }
  let before = 0;
  for (const [path, ms] of timesOf(f)) {
    if (ms === undefined) continue;
    if (ms < before) ctx.addIssue({ code: 'custom', path, message: 'beforeStep' });
    before = Math.max(before, ms);
  }
});
export type BackEntry = z.infer<typeof backEntrySchema>;
