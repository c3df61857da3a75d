import type { AuditProgress, AuditResult } from '../audit/types.ts';
import { procedure, typed } from './base.ts';

export type AuditStatus = {
  /** The last check that came to its end; null before the first. */
  last: AuditResult | null;
  running: { startedAtMs: number; progress: AuditProgress } | null;
  /** The last check could not be carried out; the program's own log says why. */
  failed: boolean;
};

export const auditContract = {
  status: procedure.output(typed<AuditStatus>()),
  /** Begins a check of the whole record in a thread of its own; one that is under way goes on. */
  start: procedure.output(typed<AuditStatus>()),
  /** Ends the check under way; the last result stays. */
  cancel: procedure.output(typed<AuditStatus>()),
};
