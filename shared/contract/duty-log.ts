import { z } from 'zod';
import {
  attachmentInputSchema,
  CHUNK_BYTES,
  FILE_NAME,
  MOST_ATTACHMENTS,
  type StoredFile,
} from '../duty-log/attachments.ts';
import { linkInputSchema } from '../duty-log/links.ts';
import type { PaperOwed } from '../duty-log/paper-case.ts';
import { stepInputSchema } from '../duty-log/steps.ts';
import type { FollowUp, LogEntry, LogInstructionLine } from '../duty-log/types.ts';
import { correctionInputSchema, logEntrySchema } from '../duty-log/types.ts';
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

/** A paper or call with a course of its own, the duty day it was written on, and what it still owes. */
export type PaperInHand = { entry: LogEntry; dutyDay: string; owed: PaperOwed[] };

export const dutyLogContract = {
  add: procedure.input(logEntrySchema).output(typed<LogEntry>()),
  /** Strikes text and fields and writes new ones; both stay. By the author in the same shift, afterwards by a shift lead. */
  correct: procedure.input(correctionInputSchema).output(typed<LogEntry>()),
  /** What happened to a paper or a call after it came (篇五 四(二): 报告领导, 按领导要求办理). */
  step: procedure.input(z.object({ id: id(), step: stepInputSchema })).output(typed<LogEntry>()),
  /** Puts files taken in before to an entry; those it has stay. */
  attach: procedure
    .input(
      z.object({
        id: id(),
        attachments: z.array(attachmentInputSchema).min(1, 'required').max(MOST_ATTACHMENTS, 'tooMany'),
      }),
    )
    .output(typed<LogEntry>()),
  /** Points from an entry to others of the desk's records. */
  link: procedure
    .input(z.object({ id: id(), links: z.array(linkInputSchema).min(1, 'required').max(20, 'tooMany') }))
    .output(typed<LogEntry>()),
  get: procedure.input(z.object({ id: id() })).output(typed<LogEntry>()),
  /** Papers in hand: the one that is due first stands first, then the oldest. */
  inHand: procedure.output(typed<PaperInHand[]>()),
  /** Everything recorded by the shifts of a duty day: the one named, else that of an entry, else the present one. */
  day: procedure
    .input(z.object({ dutyDay: localDate().optional(), entryId: id().optional() }))
    .output(typed<LogDay>()),
};

export const followUpsContract = {
  open: procedure.output(typed<FollowUp[]>()),
  done: procedure.input(z.object({ id: id(), text: text() })).output(typed<FollowUp>()),
};

/** A file comes in pieces, so that a large photo never keeps the desk from ringing. */
export const attachmentsContract = {
  begin: procedure
    .input(z.object({ name: text(FILE_NAME), bytes: z.number().int().min(1, 'emptyFile') }))
    .output(typed<{ uploadId: string }>()),
  /** One piece at its place; sent again it changes nothing. */
  chunk: procedure
    .input(
      z.object({
        uploadId: z.uuid(),
        offset: z.number().int().min(0),
        base64: z.base64().max(Math.ceil((CHUNK_BYTES * 4) / 3) + 4, 'tooLong'),
      }),
    )
    .output(typed<{ received: number }>()),
  /** Reads what the file is, and keeps it under its content hash; refuses what an entry does not take. */
  finish: procedure.input(z.object({ uploadId: z.uuid() })).output(typed<StoredFile>()),
  /** Throws away what has come of a file that is not wanted any more. */
  cancel: procedure.input(z.object({ uploadId: z.uuid() })).output(typed<{ ok: true }>()),
};
