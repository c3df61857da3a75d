import { z } from 'zod';
import { id, text } from '../fields.ts';

/** Numbers set aside for blank intake forms (停电应急表): they are taken from the running number and must be accounted for. */
export type NumberBlock = {
  id: string;
  year: string;
  first: number;
  last: number;
  reason: string;
  reservedAtMs: number;
  reservedBy: string;
  numbers: ReservedNumber[];
};

/** What became of one reserved number: entered afterwards, declared spoiled with a reason, or still on paper. */
export type ReservedNumber = {
  number: string;
  state: 'onPaper' | 'entered' | 'spoiled';
  instructionId: string | null;
  reason: string;
};

/** How the numbers of a year add up: every one is an instruction, a spoiled form, or named here as open. */
export type Reconciliation = {
  year: string;
  issued: number;
  instructions: number;
  spoiled: number;
  onPaper: string[];
  /** Numbers that nothing accounts for; never any unless the record was damaged. */
  gaps: string[];
};

export const reserveSchema = z.object({
  count: z.number('quantity').int('quantity').min(1, 'quantity').max(50, 'tooMany'),
  reason: text(200),
});

export const spoilSchema = z.object({ blockId: id(), number: text(20), reason: text(200) });

/** What the blank forms of a block print besides their numbers: the choices to tick, and the limits of the two zones. */
export type BlankFormsData = {
  block: NumberBlock;
  /** Site and desk. */
  site: string;
  categories: { no: number; short: string }[];
  /** Action groups, then units. */
  teams: string[];
  limits: { mainUrban: number; other: number };
};
