import { z } from 'zod';
import { text, timeMs } from '../fields.ts';
import { actionSchemas, receiveSchema } from './actions.ts';

const { to, takenBy, takenAtMs, means, leaderNeeded, despite } = actionSchemas.dispatch.shape;

/**
 * A blank intake form filled in by hand while the desk was without power (补录): what the form says, with its own times.
 * The later steps may be missing; those given follow each other in the order of the flow.
 */
export const backEntrySchema = z.object({
  number: text(20),
  /** When the call was taken down on paper; our receipt time. */
  receivedAtMs: timeMs(),
  receive: receiveSchema.omit({ duplicateOfId: true }),
  dispatch: z
    .object({ to, takenBy, takenAtMs, means, leaderNeeded, despite, dispatchedAtMs: timeMs() })
    .nullable()
    .default(null),
  onScene: actionSchemas.onScene.pick({ arrivedAtMs: true, text: true }).nullable().default(null),
  resolve: actionSchemas.resolve.nullable().default(null),
  reportBack: actionSchemas.reportBack.nullable().default(null),
  close: z.boolean().default(false),
});
export type BackEntry = z.infer<typeof backEntrySchema>;
