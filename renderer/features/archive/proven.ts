import type { DocumentCheck } from '../../../shared/archive/types.ts';
import { untilThen } from '../../../shared/archive/until.ts';
import type { AuditResult } from '../../../shared/audit/types.ts';

/** The parts of the one sentence that says what a sheet proves, as keys under `archive.check`; only what is proven is among them. */
export type ProvenPart =
  | 'original'
  | 'printed'
  | 'unreadable'
  | 'whole'
  | 'wholeNot'
  | 'wholeLater'
  | 'wholeFiles'
  | 'wholeDatabase'
  | 'wholeChanged'
  | 'signed';

/** What the last check of the whole record says of its part up to a sheet, as keys under `archive.check`. */
export const wholeParts = {
  whole: 'whole',
  laterChanged: 'wholeLater',
  filesDiffer: 'wholeFiles',
  databaseDiffers: 'wholeDatabase',
  changed: 'wholeChanged',
  notYet: 'wholeNot',
} as const;
export type WholePart = (typeof wholeParts)[keyof typeof wholeParts];

/** Reads a check of one sheet and the last check of the whole record as what is proven, in the order in which it is said. */
export function provenParts(check: DocumentCheck, audit: AuditResult | null): ProvenPart[] {
  const { faults, printed, row, signatures } = check;
  const parts: ProvenPart[] = [];
  if (!faults.includes('fileMissing') && !faults.includes('fileChanged')) parts.push('original');
  if (row.chain && printed !== 'differs') parts.push(printed === 'same' ? 'printed' : 'unreadable');
  // Every part of it is as recorded, but an earlier check cannot speak for a sheet that was touched since.
  if (row.chain) {
    const until = audit ? untilThen(audit.verdict, row.chain.seq) : 'notYet';
    const spoke = until === 'changed' || until === 'laterChanged' || faults.length === 0;
    parts.push(spoke ? wholeParts[until] : 'wholeNot');
  }
  if (signatures.length === 2 && signatures.every((s) => s.proven)) parts.push('signed');
  return parts;
}

/** What stands above the sentence, as keys under `archive.check`. */
export type Headline =
  /** Everything there is to prove is proven. */
  | 'proven'
  /** Nothing speaks against the sheet, but not everything is proven yet. */
  | 'sheetOnly'
  /** Nothing speaks against the sheet; something else does not agree. */
  | 'elsewhere'
  /** The sheet or the record up to it does not agree. */
  | 'broken';

const everything: readonly ProvenPart[] = ['original', 'printed', 'whole', 'signed'];
const elsewhere: readonly ProvenPart[] = ['wholeLater', 'wholeFiles', 'wholeDatabase'];

/** Sums up what was proven; 全部相符 stands only above all of it. */
export function headlineOf({ faults }: DocumentCheck, parts: readonly ProvenPart[]): Headline {
  if (faults.length > 0 || parts.includes('wholeChanged')) return 'broken';
  if (parts.some((part) => elsewhere.includes(part))) return 'elsewhere';
  return everything.every((part) => parts.includes(part)) ? 'proven' : 'sheetOnly';
}
