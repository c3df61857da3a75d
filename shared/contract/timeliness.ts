import type { Workbook } from '../papers/types.ts';
import { periodSchema, sheetSchema, type TimelinessReport } from '../timeliness/types.ts';
import { procedure, typed } from './base.ts';

export const timelinessContract = {
  /** The four spans of 篇三 四 in a period; `invalid: periodOrder` or `periodTooLong` at `toDay`. */
  report: procedure.input(periodSchema).output(typed<TimelinessReport>()),
  workbook: procedure.input(sheetSchema).output(typed<Workbook>()),
};
