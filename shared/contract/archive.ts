import { z } from 'zod';
import type { ArchiveList, DocumentCheck, PaperMatch } from '../archive/types.ts';
import { localDate, optionalText, text } from '../fields.ts';
import { procedure, typed } from './base.ts';

export const archiveContract = {
  /** Sealed papers, the newest first, a hundred at a time; `words` look into numbers, names and the whole sheet. */
  list: procedure
    .input(
      z.object({
        day: localDate().optional(),
        words: optionalText(100),
        offset: z.number().int().min(0).default(0),
      }),
    )
    .output(typed<ArchiveList>()),
  /** What is proven of one sealed paper: its bytes, its link of the chain, its signatures. Answers at once. */
  check: procedure
    .input(z.object({ sha256: text(64).regex(/^[0-9a-f]{64}$/, 'sha256') }))
    .output(typed<DocumentCheck>()),
  /** Finds what a fingerprint on paper belongs to (篇五: the record stands up later); `invalid` for what is no fingerprint. */
  find: procedure.input(z.object({ text: text(500) })).output(typed<PaperMatch>()),
};
