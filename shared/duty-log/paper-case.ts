import type { AlarmSeries } from '../alarms/types.ts';
import { MINUTE } from '../time/zone.ts';
import type { FieldChange, LogEntry } from './types.ts';

/** What a paper still owes: its report to the leader, the end of an order, its result. */
export type PaperOwed = { code: 'leaderReport' | 'orderEnd' | 'paperResult'; dueAtMs: number | null };

type Paper = Pick<
  LogEntry,
  'id' | 'kind' | 'urgency' | 'occurredAtMs' | 'recordedAtMs' | 'steps' | 'followUps' | 'corrections'
>;

/** 特提 and 特急 are told to the leader at once (篇五 四(二)). */
const isUrgent = (e: Pick<Paper, 'kind' | 'urgency'>) =>
  e.kind === 'document' && (e.urgency === 'flash' || e.urgency === 'immediate');

/** Whether a correction moves the report's deadline: the paper became urgent or ceased to be, or came at another time. */
export const movesDeadline = (changes: readonly FieldChange[]): boolean =>
  changes.some((c) => c.field === 'kind' || c.field === 'urgency' || c.field === 'occurredAtMs');

/** Since when the desk knows of the deadline: since it was written, or since the correction that set it. */
const knownSinceMs = (e: Paper): number =>
  Math.max(
    e.recordedAtMs,
    ...e.corrections.filter((c) => movesDeadline(c.changes)).map((c) => c.recordedAtMs),
  );

/** When the leader knew of a paper: the first report, order or result recorded; null while nobody was told. */
function toldAtMs(e: Paper): number | null {
  const told = e.steps.filter((s) => s.kind !== 'proposal').map((s) => s.recordedAtMs);
  return told.length === 0 ? null : Math.min(...told);
}

/** Until when the leader must know of an urgent paper, counted from when it came; null for every other entry. */
export const leaderReportDueMs = (e: Paper, urgentPaperMinutes: number): number | null =>
  isUrgent(e) ? e.occurredAtMs + urgentPaperMinutes * MINUTE : null;

/**
 * What an entry with a course of its own still owes (篇五 四(二): 立即报告，并按领导要求及时办理). A routine paper on which
 * nothing was proposed, reported or ordered owes nothing; orders that named an owner end with their follow-up, the last of
 * them ends the paper as a result does.
 */
export function paperOwed(e: Paper, urgentPaperMinutes: number): PaperOwed[] {
  const owed: PaperOwed[] = [];
  if (isUrgent(e) && toldAtMs(e) === null)
    owed.push({ code: 'leaderReport', dueAtMs: leaderReportDueMs(e, urgentPaperMinutes) });
  const ended = e.steps.some((s) => s.kind === 'result');
  const tracked = e.steps
    .filter((s) => s.followUpId !== null)
    .map((s) => e.followUps.find((f) => f.id === s.followUpId));
  const open = tracked.filter((f) => f !== undefined && f.doneAtMs === null);
  for (const f of open) owed.push({ code: 'orderEnd', dueAtMs: f?.dueAtMs ?? null });
  const allDone = tracked.length > 0 && open.length === 0;
  if (!ended && !allDone && open.length === 0 && (e.steps.length > 0 || isUrgent(e)))
    owed.push({ code: 'paperResult', dueAtMs: null });
  return owed;
}

/** The alarm of an urgent paper of which no leader was told; repeated until somebody is. */
export function urgentPaperSeries(
  e: Paper,
  limits: { urgentPaperMinutes: number; overdueRepeatMinutes: number },
): AlarmSeries | null {
  const dueAtMs = leaderReportDueMs(e, limits.urgentPaperMinutes);
  if (dueAtMs === null) return null;
  return {
    class: 'urgentPaperDue',
    subjectId: e.id,
    firstDueAtMs: dueAtMs,
    everyMs: limits.overdueRepeatMinutes * MINUTE,
    bornAtMs: knownSinceMs(e),
    settledAtMs: toldAtMs(e) ?? Number.POSITIVE_INFINITY,
    ringsWhenBornLate: true,
  };
}
