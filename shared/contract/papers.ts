import { paperLogSchema } from '../papers/types.ts';
import { procedure, typed } from './base.ts';

export const papersContract = {
  /** Every export and print leaves a line: what, by what means, who, when. */
  log: procedure.input(paperLogSchema).output(typed<{ ok: true }>()),
};
