import { z } from 'zod';
import { id } from '../fields.ts';
import {
  type BlankFormsData,
  type NumberBlock,
  type Reconciliation,
  reserveSchema,
  spoilSchema,
} from '../numbers/types.ts';
import { procedure, typed } from './base.ts';

export const numbersContract = {
  /** Every block with the fate of each of its numbers, newest first, and how each year's numbers add up. */
  view: procedure.output(typed<{ blocks: NumberBlock[]; years: Reconciliation[] }>()),
  /** Takes the next numbers of this year out of the running count for blank forms. */
  reserve: procedure.input(reserveSchema).output(typed<NumberBlock>()),
  /** A form that was spoiled or never used: its number is accounted for, with the reason. */
  spoil: procedure.input(spoilSchema).output(typed<NumberBlock>()),
  /** What the blank forms of a block print. */
  blankForms: procedure.input(z.object({ blockId: id() })).output(typed<BlankFormsData>()),
};
