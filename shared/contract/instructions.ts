import { z } from 'zod';
import { id, optionalText } from '../fields.ts';
import { backEntrySchema } from '../instructions/back-entry.ts';
import { filterSchema } from '../instructions/filter.ts';
import type { IntakeHints, Similar } from '../instructions/intake.ts';
import {
  type ActionInput,
  type ActionName,
  actionSchemas,
  type Instruction,
  type InstructionEvent,
  receiveSchema,
} from '../instructions/types.ts';
import type { Workbook } from '../papers/types.ts';
import { procedure, typed } from './base.ts';

/** The addressee of an action; `version` (when the screen knows it) refuses a stale screen with `conflict: stale`. */
const target = z.object({ id: id(), version: z.number().int().optional() });

const act = <A extends ActionName>(name: A) =>
  procedure.input(z.object({ ...target.shape, action: actionSchemas[name] })).output(typed<Instruction>());

/** A call linked to another instruction as its duplicate: what it said belongs to that one. */
export type LinkedCall = Pick<
  Instruction,
  'id' | 'number' | 'centreNo' | 'caller' | 'phone' | 'text' | 'danger' | 'issuedAtMs' | 'receivedAtMs'
>;

/** An open instruction with the calls linked to it. */
export type LiveInstruction = Instruction & { linked: LinkedCall[] };

export type InstructionDetail = {
  instruction: Instruction;
  /** Calls linked to this one as duplicates: both callers, centre numbers and words are kept. */
  duplicates: LinkedCall[];
  original: Pick<Instruction, 'id' | 'number' | 'centreNo'> | null;
  /** The same caller's earlier instruction that this one repeats or reworks. */
  earlier: Pick<Instruction, 'id' | 'number' | 'place'> | null;
  events: (InstructionEvent & { actorName: string })[];
  receivedByName: string;
};

/** A row of the 110 register: the record, the names it needs, what is linked to it and what was corrected. */
export type RegisterRow = Instruction & {
  receivedByName: string;
  categoryName: string;
  gridName: string;
  /** The instruction that this one repeats. */
  originalNumber: string | null;
  duplicates: Pick<Instruction, 'number' | 'centreNo' | 'caller' | 'phone'>[];
  corrections: RegisterCorrection[];
};

/** A correction as the register shows it: what stood before, what stands now, why, by whom. */
export type RegisterCorrection = {
  field: ActionInput<'correct'>['field'];
  before: string;
  after: string;
  reason: string;
  atMs: number;
  byName: string;
};

/** The 110 register of a filter: everything the paper and the workbook print. */
export type Register = {
  siteName: string;
  deskName: string;
  timeZone: string;
  /** The filter in words, for the head of the paper. */
  title: string;
  printedAtMs: number;
  rows: RegisterRow[];
  total: number;
};

export const instructionsContract = {
  receive: procedure.input(receiveSchema).output(typed<Instruction>()),
  /** 补录: a paper form of a power cut, with its reserved number and its own times, whole or not at all. */
  backEnter: procedure.input(backEntrySchema).output(typed<Instruction>()),
  decline: act('decline'),
  duplicate: act('duplicate'),
  void: act('void'),
  dispatch: act('dispatch'),
  take: act('take'),
  recall: act('recall'),
  notify: act('notify'),
  orderDone: act('orderDone'),
  raiseSeverity: act('raiseSeverity'),
  enRoute: act('enRoute'),
  turnout: act('turnout'),
  returned: act('returned'),
  delayed: act('delayed'),
  onScene: act('onScene'),
  sceneReport: act('sceneReport'),
  confirmScope: act('confirmScope'),
  transfer: act('transfer'),
  resolve: act('resolve'),
  reportBack: act('reportBack'),
  followUp: act('followUp'),
  followUpNote: act('followUpNote'),
  followUpDone: act('followUpDone'),
  close: act('close'),
  reopen: act('reopen'),
  restore: act('restore'),
  correct: act('correct'),
  /** Every open instruction, whole. */
  live: procedure.output(typed<LiveInstruction[]>()),
  get: procedure.input(z.object({ id: id() })).output(typed<InstructionDetail>()),
  /** Newest first; `beforeNumber` continues a page, `offset` skips so many rows. */
  list: procedure
    .input(
      filterSchema.extend({
        beforeNumber: z.string().nullable().default(null),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(typed<{ rows: Instruction[]; total: number }>()),
  /** What the desk knows about a call while it is being typed: places, duplicates, the caller's earlier ones, similar ones. */
  intakeHints: procedure
    .input(
      z.object({
        place: optionalText(120),
        text: optionalText(),
        caller: optionalText(60),
        phone: optionalText(40),
      }),
    )
    .output(typed<IntakeHints>()),
  /** The three most similar past instructions of one, best first. */
  similar: procedure.input(z.object({ id: id() })).output(typed<Similar[]>()),
  /** The 110 register (110联动登记表) of a filter, oldest first; at most 2,000 rows. */
  register: procedure.input(filterSchema).output(typed<Register>()),
  /** The same register as a workbook; at most 20,000 rows. */
  workbook: procedure.input(filterSchema).output(typed<Workbook>()),
};
