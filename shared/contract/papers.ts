import { z } from 'zod';
import { id } from '../fields.ts';
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
};
