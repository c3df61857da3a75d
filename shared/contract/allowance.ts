import { type AllowanceSheet, monthSchema } from '../allowance/types.ts';
import type { Workbook } from '../papers/types.ts';
import { procedure, typed } from './base.ts';

export const allowanceContract = {
  /** 夜间出勤补贴 of a month (篇三 五(六)). */
  month: procedure.input(monthSchema).output(typed<AllowanceSheet>()),
  workbook: procedure.input(monthSchema).output(typed<Workbook>()),
};
