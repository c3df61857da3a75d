import type { Workbook } from '../papers/types.ts';
import { periodSchema, type TimelinessReport } from '../timeliness/types.ts';
import { procedure, typed } from './base.ts';

export const timelinessContract = {
  report: procedure.input(periodSchema).output(typed<TimelinessReport>()),
  workbook: procedure.input(periodSchema).output(typed<Workbook>()),
};
