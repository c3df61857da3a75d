import type { Verdict } from '../audit/types.ts';

/** What a check of the whole record says of its part up to one event. */
export type UntilThen =
  /** Everything up to then is as it was recorded, and so is all that follows. */
  | 'whole'
  /** Up to then nothing was changed; what does not fit came later. */
  | 'laterChanged'
  /** Something of what was recorded up to then was changed, or cannot be proven any more. */
  | 'changed'
  /** The check was made before that event was recorded. */
  | 'notYet';

/**
 * Reads the verdict on the whole record for the part up to `seq`. A row that no event knows, a damaged file, a changed schema and a
 * missing archived file belong to no part, so they count against every one.
 */
export function untilThen(verdict: Verdict, seq: number): UntilThen {
  if (verdict.ok) return verdict.events >= seq ? 'whole' : 'notYet';
  const early = verdict.soundUntil < seq || verdict.findings.some((f) => f.seq <= seq);
  return early ? 'changed' : 'laterChanged';
}
