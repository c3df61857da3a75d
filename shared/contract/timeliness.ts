import type { Workbook } from '../papers/types.ts';
import {
  bulletinSchema,
  periodSchema,
  sheetSchema,
  type TimelinessBulletin,
  type TimelinessReport,
} from '../timeliness/types.ts';
import { procedure, typed } from './base.ts';

export const timelinessContract = {
  /** The four spans of 篇三 四 in a period; `invalid: periodOrder` or `periodTooLong` at `toDay`. */
  report: procedure.input(periodSchema).output(typed<TimelinessReport>()),
  /** The same by every grouping, read once. */
  bulletin: procedure.input(bulletinSchema).output(typed<TimelinessBulletin>()),
  workbook: procedure.input(sheetSchema).output(typed<Workbook>()),
};
