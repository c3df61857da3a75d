import { z } from 'zod';
import type { PersonKind } from '../people/types.ts';

/** A calendar month `YYYY-MM`. */
export const monthSchema = z.object({
  month: z.string('required').regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'),
});

/**
 * How the end of an attendance is known: 归队 was entered, it was taken from the next thing recorded (handed over, followed up,
 * result known, closed, called back), or the team is still out.
 */
export type AttendanceEnd = 'returned' | 'assumed' | 'out';

/** One attendance of one 协管员 or 环卫作业工人 at night (篇三 五(六)). Amounts in fen. */
export type AllowanceRow = {
  personId: string;
  staffNo: string;
  name: string;
  kind: PersonKind;
  unitName: string;
  /** The night it counts for: the local date on which the night window began. */
  date: string;
  fromMs: number;
  toMs: number;
  end: AttendanceEnd;
  instructionId: string;
  number: string;
  times: number;
  rateFen: number;
  amountFen: number;
};

/** A team out at night whose people nobody entered: they would lose their allowance. */
export type UnnamedTeam = {
  instructionId: string;
  dispatchId: string;
  number: string;
  team: string;
  date: string;
  fromMs: number;
  /** False where the record takes no names any more: voided, linked, or the team was called back. */
  canEnter: boolean;
};

/** A name entered that no person on file carries, or that several do. */
export type UnknownName = {
  name: string;
  reason: 'nobody' | 'several';
  instructionId: string;
  dispatchId: string;
  number: string;
  team: string;
  canEnter: boolean;
};

export type AllowanceSheet = {
  siteName: string;
  deskName: string;
  timeZone: string;
  month: string;
  /** Window and rate of the month's last night, or of tonight while it lasts; a row carries its own rate. */
  night: [string, string];
  rateFen: number;
  asOfMs: number;
  rows: AllowanceRow[];
  totalTimes: number;
  totalFen: number;
  unnamed: UnnamedTeam[];
  unknown: UnknownName[];
};
