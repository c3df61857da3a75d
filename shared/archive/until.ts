import type { FindingCode, Verdict } from '../audit/types.ts';

/** What a check of the whole record says of its part up to one event. */
export type UntilThen =
  /** Everything up to then is as it was recorded, and so is all that follows. */
  | 'whole'
  /** Up to then nothing was changed; what does not fit came later. */
  | 'laterChanged'
  /** Every record is as it was; what does not fit are sealed papers or attached files. */
  | 'filesDiffer'
  /** The records up to then are as they were; what does not fit is the database file or its schema. */
  | 'databaseDiffers'
  /** Something of what was recorded up to then was changed, or cannot be proven any more. */
  | 'changed'
  /** The check was made before that event was recorded. */
  | 'notYet';

const archived: readonly FindingCode[] = [
  'documentMissing',
  'documentChanged',
  'attachmentMissing',
  'attachmentChanged',
];
const database: readonly FindingCode[] = ['fileBroken', 'schemaChanged'];

/**
 * Reads the verdict on the whole record for the part up to `seq`. Archived files, the database's pages and its schema are no records
 * and have answers of their own; a row that no event knows belongs to no part, so it counts against every one.
 */
export function untilThen(verdict: Verdict, seq: number): UntilThen {
  if (verdict.ok) return verdict.events >= seq ? 'whole' : 'notYet';
  const { soundUntil, findings } = verdict;
  const records = findings.filter((f) => !archived.includes(f.code) && !database.includes(f.code));
  const sound = soundUntil > 0 && soundUntil === verdict.events && records.length === 0;
  if (sound && soundUntil < seq) return 'notYet';
  if (soundUntil < seq || records.some((f) => f.seq <= seq)) return 'changed';
  if (findings.some((f) => database.includes(f.code))) return 'databaseDiffers';
  return records.length > 0 || findings.length === 0 ? 'laterChanged' : 'filesDiffer';
}
