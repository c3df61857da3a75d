import { z } from 'zod';
import { id, localDate } from '../fields.ts';
import type { EntryPaper, EntryRegister, LogDayPaper, ReprintPaper } from '../papers/log-papers.ts';
import { entryRegisterSchema } from '../papers/log-papers.ts';
import { paperLogSchema } from '../papers/types.ts';
import type { Limits, Site } from '../settings/types.ts';
import { procedure, typed } from './base.ts';
import type { InstructionDetail } from './instructions.ts';

/** Everything that the slip of one instruction (指令单) prints. */
export type SlipData = {
  detail: InstructionDetail;
  site: Site;
  limits: Limits;
  categories: { no: number; short: string }[];
  gridName: string;
  printedAtMs: number;
};

export const papersContract = {
  /** Every export and print leaves a line before it leaves: what, by what means, who, when. Asked by main. */
  log: procedure.input(paperLogSchema).output(typed<{ ok: true }>()),
  /** What the slip of one instruction prints. */
  slip: procedure.input(z.object({ id: id() })).output(typed<SlipData>()),
  /** What the 值班日志 of a duty day prints, with the chain as of now. */
  logDay: procedure.input(z.object({ dutyDay: localDate() })).output(typed<LogDayPaper>()),
  /** What the form of one entry prints (电话记录单, 来访登记表, 文件处理笺, 领导批示单). */
  entry: procedure.input(z.object({ id: id() })).output(typed<EntryPaper>()),
  /** Every entry of a kind in a period of duty days; `conflict: tooManyRows` when no paper can hold it. */
  entries: procedure.input(entryRegisterSchema).output(typed<EntryRegister>()),
  /** What the slip of one reprint (补打说明) says; `entryId` is the line of the log by which it is recorded. */
  reprint: procedure.input(z.object({ id: id(), entryId: id() })).output(typed<ReprintPaper>()),
};
