import { z } from 'zod';
import type { FollowUp, LogEntry, LogInstructionLine } from '../duty-log/types.ts';
import { logEntrySchema } from '../duty-log/types.ts';
import { id, localDate, text } from '../fields.ts';
import { procedure, typed } from './base.ts';

export type LogDay = {
  dutyDay: string;
  startMs: number;
  endMs: number;
  entries: LogEntry[];
  instructionLines: LogInstructionLine[];
  shifts: { id: string; lead: string; takenAtMs: number | null; relievedAtMs: number | null }[];
};

export const dutyLogContract = {
  add: procedure.input(logEntrySchema).output(typed<LogEntry>()),
  /** Strikes the text and writes a new one; both stay. By the author in the same shift, afterwards by a shift lead. */
  correct: procedure.input(z.object({ id: id(), text: text(), reason: text(300) })).output(typed<LogEntry>()),
  /** Everything recorded by the shifts of a duty day; default the present one. */
  day: procedure.input(z.object({ dutyDay: localDate().optional() })).output(typed<LogDay>()),
};

export const followUpsContract = {
  open: procedure.output(typed<FollowUp[]>()),
  done: procedure.input(z.object({ id: id(), text: text() })).output(typed<FollowUp>()),
};
