import type { AlarmSeries } from '../alarms/types.ts';
import type { FollowUp } from './types.ts';

/**
 * A follow-up rings once at its due time unless it was reported done before. `learnedAtMs`: since when the desk knows of it
 * again, after a wrong end of its instruction was taken back.
 */
export function followUpSeries(
  f: Pick<FollowUp, 'id' | 'dueAtMs' | 'recordedAtMs' | 'doneAtMs'> & { learnedAtMs?: number },
): AlarmSeries {
  return {
    class: 'followUpDue',
    subjectId: f.id,
    firstDueAtMs: f.dueAtMs,
    everyMs: null,
    bornAtMs: Math.max(f.recordedAtMs, f.learnedAtMs ?? 0),
    settledAtMs: f.doneAtMs ?? Number.POSITIVE_INFINITY,
    ringsWhenBornLate: true,
  };
}
