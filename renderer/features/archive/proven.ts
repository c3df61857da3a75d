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
  | 'wholeChanged'
  | 'signed';

const wholeParts = {
  whole: 'whole',
  laterChanged: 'wholeLater',
  changed: 'wholeChanged',
  notYet: 'wholeNot',
} as const;

/** Reads a check of one sheet and the last check of the whole record as what is proven, in the order in which it is said. */
export function provenParts(check: DocumentCheck, audit: AuditResult | null): ProvenPart[] {
  const { faults, printed, row, signatures } = check;
  const parts: ProvenPart[] = [];
  if (!faults.includes('fileMissing') && !faults.includes('fileChanged')) parts.push('original');
  if (row.chain && printed !== 'differs') parts.push(printed === 'same' ? 'printed' : 'unreadable');
  // Every part of it is as recorded, but an earlier check cannot speak for a sheet that was touched since.
  if (row.chain) {
    const until = audit ? untilThen(audit.verdict, row.chain.seq) : 'notYet';
    parts.push(until === 'whole' && faults.length > 0 ? 'wholeNot' : wholeParts[until]);
  }
  if (signatures.length === 2 && signatures.every((s) => s.proven)) parts.push('signed');
  return parts;
}
