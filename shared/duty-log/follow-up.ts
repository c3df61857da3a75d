import { z } from 'zod';
import { name, timeMs } from '../fields.ts';

/** Who must do it and by when, as typed. */
export const followUpInputSchema = z.object({ owner: name(), dueAtMs: timeMs() });
