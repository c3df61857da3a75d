import { z } from 'zod';
import { id, optionalText, pin, text } from '../fields.ts';
import { type CarryItem, carryInputSchema, type OpenCarry } from '../handover/sections.ts';
import {
  type Handover,
  type HandoverRow,
  type Preparation,
  preparationSchema,
  type Reading,
  type Sheet,
  type Snapshot,
} from '../handover/types.ts';
import type { Workbook } from '../papers/types.ts';
import { crewSchema, type Shift } from '../shifts/types.ts';
import { procedure, typed } from './base.ts';
import type { ShiftsView } from './shifts.ts';

export type HandoverView = ShiftsView & {
  /** The handover under way (frozen, not yet signed by both), else null. */
  current: Handover | null;
  preparation: Preparation;
  /** Open lines of the sections and those ended in this shift, oldest first. */
  carry: CarryItem[];
  /** What would be frozen now. */
  draft: Snapshot | null;
  draftItems: Handover['items'];
  /** Of the crews relieved within 48 hours the oldest with somebody who has not signed out (离岗) yet; then the next. */
  leaving: Shift | null;
};

/** What of the preparation is done, how far the handover under way is (null while none is), which lines are carried open. */
export type HandoverReadiness = {
  selfTest: Preparation['selfTest'];
  status: Handover['status'] | null;
  /** Oldest first. */
  carry: OpenCarry[];
};

export const handoverContract = {
  view: procedure.output(typed<HandoverView>()),
  /** How far the handover is, for the desk: asked after every entry, so it compiles nothing. */
  readiness: procedure.output(typed<HandoverReadiness>()),
  /**
   * What was typed for the sheet of the shift that holds the desk. With `shiftId` it is refused when it was typed for another
   * shift (`conflict: preparationOver`) or too late for its sheet (`preparationFrozen`).
   */
  savePreparation: procedure
    .input(preparationSchema.extend({ shiftId: id().optional() }))
    .output(typed<Preparation>()),
  /** Opens a line of a section or words one anew; both stay in its history. */
  saveCarry: procedure.input(carryInputSchema).output(typed<CarryItem>()),
  /** Ends a carried line with what came of it. */
  endCarry: procedure.input(z.object({ id: id(), text: text(2000) })).output(typed<CarryItem>()),
  /** 阅签 of a shift by the leader on duty or a supervisor, also after the sheet was sealed; once a person. */
  readSign: procedure
    .input(z.object({ shiftId: id(), personId: id(), pin: pin(), remark: optionalText(500) }))
    .output(typed<Reading[]>()),
  /** A numbered snapshot; `extraReason` with `relief` makes it an extra handover in mid-shift. */
  freeze: procedure
    .input(
      z.object({
        extraReason: optionalText(300),
        relief: crewSchema.optional(),
      }),
    )
    .output(typed<Handover>()),
  /** The incoming crew accepts or refuses items; a refusal needs a reason and stays the outgoing lead's. */
  decideItems: procedure
    .input(
      z.object({
        handoverId: id(),
        decisions: z
          .array(
            z.object({
              itemId: id(),
              decision: z.enum(['accepted', 'refused']),
              reason: optionalText(300),
            }),
          )
          .max(500),
      }),
    )
    .output(typed<Handover>()),
  /** Key supplies counted by the incoming crew. */
  countSupplies: procedure
    .input(
      z.object({
        handoverId: id(),
        counts: z
          .array(z.object({ itemId: id(), counted: z.number('quantity').int('quantity').min(0, 'quantity') }))
          .max(500),
      }),
    )
    .output(typed<Handover>()),
  /** Takes a frozen sheet back before both have signed, with a reason. */
  withdraw: procedure.input(z.object({ handoverId: id(), reason: text(300) })).output(typed<Handover>()),
  signOutgoing: procedure
    .input(z.object({ handoverId: id(), personId: id(), pin: pin() }))
    .output(typed<Handover>()),
  /** The desk changes hands at this instant. */
  signIncoming: procedure
    .input(z.object({ handoverId: id(), personId: id(), pin: pin() }))
    .output(typed<Handover>()),
  get: procedure.input(z.object({ id: id() })).output(typed<Handover>()),
  /** The newest first, without what they hold: that is asked for one by one. */
  list: procedure.output(typed<HandoverRow[]>()),
  sheet: procedure.input(z.object({ id: id() })).output(typed<Sheet>()),
  /** Main reports the archived PDF: only for a signed sheet, once. */
  seal: procedure
    .input(
      z.object({
        id: id(),
        sha256: text(64).regex(/^[0-9a-f]{64}$/, 'sha256'),
        bytes: z.number().int().min(1),
      }),
    )
    .output(typed<Handover>()),
  /** The sheet as a workbook and as a document that can be edited; neither is the sealed paper, and both say so. */
  workbook: procedure.input(z.object({ id: id() })).output(typed<Workbook>()),
  document: procedure.input(z.object({ id: id() })).output(typed<Workbook>()),
  /** Logs a reprint (补打) of a sealed sheet, with why; `entryId` is that line of the log, from which its slip is made. */
  reprinted: procedure
    .input(z.object({ id: id(), reason: optionalText(300) }))
    .output(typed<{ ok: true; entryId: string }>()),
};
