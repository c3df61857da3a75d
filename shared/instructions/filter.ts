import { z } from 'zod';
import { id, localDate } from '../fields.ts';
import { stateSchema } from './words.ts';

/** Which instructions a list, a register or a workbook shows. What is left out does not filter. */
export const filterSchema = z.object({
  states: z.array(stateSchema).default([]),
  /** Those that the shifts of one duty day took. */
  dutyDay: localDate().nullable().default(null),
  /** Receipt, by local date, both days included. */
  fromDay: localDate().nullable().default(null),
  toDay: localDate().nullable().default(null),
  words: z.string().trim().max(100).default(''),
  categoryNo: z.number().int().nullable().default(null),
  /** A unit or action group that was sent. */
  targetId: id().nullable().default(null),
  zone: z.enum(['mainUrban', 'other']).nullable().default(null),
  /** Only those with a team that was late. */
  late: z.boolean().default(false),
});
export type InstructionFilter = z.infer<typeof filterSchema>;
