import { z } from 'zod';
import type { PersonKind } from '../people/types.ts';

/** A calendar month `YYYY-MM`. */
export const monthSchema = z.object({
  month: z.string('required').regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'),
});

/** One attendance of one 协管员 or 环卫作业工人 at night (篇三 五(六)). Amounts in fen. */
export type AllowanceRow = {
  personId: string;
  name: string;
  kind: PersonKind;
  unitName: string;
  /** The night it counts for: the local date on which the night window began. */
  date: string;
  fromMs: number;
  toMs: number;
  /** Nobody said when the team came back: `toMs` is when the instruction was settled. */
  endAssumed: boolean;
  instructionId: string;
  number: string;
  times: number;
  rateFen: number;
  amountFen: number;
};

export type AllowanceSheet = {
  siteName: string;
  deskName: string;
  timeZone: string;
  month: string;
  night: [string, string];
  rateFen: number;
  rows: AllowanceRow[];
  totalFen: number;
  /** Teams out at night whose people nobody entered: they would lose their allowance. */
  unnamed: { instructionId: string; number: string; team: string; fromMs: number }[];
  /** Names entered that no person on file carries. */
  unknown: { name: string; number: string; instructionId: string }[];
};
