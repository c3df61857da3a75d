import type { InstructionFollowUp } from './types.ts';

/** A reminder that is not named stays, unless the due time has moved before it: then the due time itself will ring. */
export function reminder(
  f: InstructionFollowUp,
  dueAtMs: number,
  remindAtMs: number | null | undefined,
  recordedAtMs: number,
): Pick<InstructionFollowUp, 'remindAtMs' | 'remindSetAtMs'> {
  const { remindSetAtMs } = f;
  if (remindAtMs === undefined)
    return (f.remindAtMs ?? 0) < dueAtMs
      ? { remindAtMs: f.remindAtMs, remindSetAtMs }
      : { remindAtMs: null, remindSetAtMs: null };
  return { remindAtMs, remindSetAtMs: remindAtMs === null ? null : recordedAtMs };
}
