import type { AlarmSeries } from '../alarms/types.ts';
import type { FollowUp } from './types.ts';

/** A follow-up rings once at its due time unless it was reported done before. */
export function followUpSeries(
  f: Pick<FollowUp, 'id' | 'dueAtMs' | 'recordedAtMs' | 'doneAtMs'>,
): AlarmSeries {
  return {
    class: 'followUpDue',
    subjectId: f.id,
    firstDueAtMs: f.dueAtMs,
    everyMs: null,
    bornAtMs: f.recordedAtMs,
    settledAtMs: f.doneAtMs ?? Number.POSITIVE_INFINITY,
    ringsWhenBornLate: true,
  };
}
