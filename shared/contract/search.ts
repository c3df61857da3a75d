import { type Counts, type Found, findSchema } from '../search/find.ts';
import { procedure, typed } from './base.ts';

export const searchContract = {
  /** Records of every kind with all these words, newest first (篇五 四(二): 查得到). */
  find: procedure.input(findSchema).output(typed<Found>()),
  /** How many of each kind such a search finds, whatever `kinds` says; asked beside it, so that hits never wait for it. */
  counts: procedure.input(findSchema).output(typed<Counts>()),
};
