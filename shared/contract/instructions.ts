import { z } from 'zod';
import { id, localDate } from '../fields.ts';
import {
  type ActionName,
  actionSchemas,
  type Instruction,
  type InstructionEvent,
  receiveSchema,
  stateSchema,
} from '../instructions/types.ts';
import { procedure, typed } from './base.ts';

/** The addressee of an action; `version` (when the screen knows it) refuses a stale screen with `conflict: stale`. */
const target = z.object({ id: id(), version: z.number().int().optional() });

const act = <A extends ActionName>(name: A) =>
  procedure.input(z.object({ ...target.shape, action: actionSchemas[name] })).output(typed<Instruction>());

export type InstructionDetail = {
  instruction: Instruction;
  /** Instructions linked to this one as duplicates: both callers and centre numbers are kept. */
  duplicates: Pick<Instruction, 'id' | 'number' | 'centreNo' | 'caller' | 'phone' | 'issuedAtMs'>[];
  original: Pick<Instruction, 'id' | 'number' | 'centreNo'> | null;
  events: (InstructionEvent & { actorName: string })[];
  receivedByName: string;
};

export const instructionsContract = {
  receive: procedure.input(receiveSchema).output(typed<Instruction>()),
  decline: act('decline'),
  duplicate: act('duplicate'),
  void: act('void'),
  dispatch: act('dispatch'),
  take: act('take'),
  recall: act('recall'),
  notify: act('notify'),
  raiseSeverity: act('raiseSeverity'),
  enRoute: act('enRoute'),
  delayed: act('delayed'),
  onScene: act('onScene'),
  sceneReport: act('sceneReport'),
  confirmScope: act('confirmScope'),
  transfer: act('transfer'),
  resolve: act('resolve'),
  reportBack: act('reportBack'),
  followUp: act('followUp'),
  followUpDone: act('followUpDone'),
  close: act('close'),
  reopen: act('reopen'),
  correct: act('correct'),
  /** Every open instruction, whole. */
  live: procedure.output(typed<Instruction[]>()),
  get: procedure.input(z.object({ id: id() })).output(typed<InstructionDetail>()),
  /** Newest first; `beforeNumber` continues a page. */
  list: procedure
    .input(
      z.object({
        states: z.array(stateSchema).default([]),
        dutyDay: localDate().nullable().default(null),
        words: z.string().trim().max(100).default(''),
        beforeNumber: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(typed<{ rows: Instruction[]; total: number }>()),
};
