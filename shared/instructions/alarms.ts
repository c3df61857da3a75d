import type { AlarmSeries } from '../alarms/types.ts';
import type { Limits } from '../settings/types.ts';
import { MINUTE } from '../time/zone.ts';
import { arrivalDeadlineMs } from './clock.ts';
import { type Dispatch, type Instruction, type InstructionFollowUp, severityRank } from './types.ts';

const earliest = (...times: (number | null | undefined)[]) =>
  Math.min(...times.map((t) => t ?? Number.POSITIVE_INFINITY));

/**
 * Every alarm series of one instruction as its record stands (篇三 四). The subject is the instruction, for arrival and
 * scene report the dispatch. Times are those of recording: an action recorded at t settles what is due at t.
 */
export function alarmSeriesOf(i: Instruction, present: Limits): AlarmSeries[] {
  const limits = i.limits ?? present;
  const every = limits.overdueRepeatMinutes * MINUTE;
  const series: AlarmSeries[] = [
    {
      class: 'dispatchDue',
      subjectId: i.id,
      firstDueAtMs: i.receivedAtMs + limits.dispatchMinutes * MINUTE,
      everyMs: every,
      bornAtMs: i.receivedAtMs,
      settledAtMs: earliest(i.dispatches[0]?.dispatchedAtMs, i.closedAtMs),
      ringsWhenBornLate: true,
    },
    ...dispatchAgain(i, limits),
    ...i.dispatches.flatMap((d) => dispatchSeries(d, i, limits)),
  ];
  if (severityRank[i.severity] >= severityRank.serious) series.push(leaderNotice(i, limits));
  if (i.leaderNeededAtMs !== null) series.push(leaderOnScene(i, i.leaderNeededAtMs, limits));
  series.push(...i.followUps.flatMap((f) => followUpRemind(f, i)));
  if (i.disposition) {
    series.push({
      class: 'reportBackDue',
      subjectId: i.id,
      firstDueAtMs: i.disposition.recordedAtMs + limits.reportBackMinutes * MINUTE,
      everyMs: every,
      bornAtMs: i.disposition.recordedAtMs,
      settledAtMs: earliest(i.reportBack?.recordedAtMs, followUpSince(i), i.closedAtMs),
      ringsWhenBornLate: true,
    });
  }
  return distinct(sinceRestored(i, series));
}

/** What was taken back from a wrong end is learned of anew: only its last past step rings. */
const sinceRestored = (i: Instruction, series: AlarmSeries[]): AlarmSeries[] =>
  series.map((s) => ({ ...s, bornAtMs: Math.max(s.bornAtMs, i.restoredAtMs ?? 0) }));

/** Two reasons for one notice at one instant are one alarm. */
const distinct = (series: AlarmSeries[]): AlarmSeries[] =>
  series.filter(
    (s, n) =>
      s.class !== 'leaderNoticeDue' ||
      series.findIndex((o) => o.class === s.class && o.firstDueAtMs === s.firstDueAtMs) === n,
  );

/** A follow-up opened after a result was explained to the centre: the next result starts its own clock. */
const followUpSince = (i: Instruction) =>
  i.state === 'followUp' ? i.followUps.at(-1)?.recordedAtMs : undefined;

/** Every team called back before one arrived: the instruction waits for a dispatch again, from that recall on. */
function dispatchAgain(i: Instruction, limits: Limits): AlarmSeries[] {
  const recalls = new Set(i.dispatches.flatMap((d) => (d.recalled ? [d.recalled.atMs] : [])));
  return [...recalls].flatMap((atMs): AlarmSeries[] => {
    const oneLeft = i.dispatches.some(
      (d) => d.dispatchedAtMs <= atMs && (d.recalled === null || d.recalled.atMs > atMs),
    );
    if (oneLeft) return [];
    const next = i.dispatches.filter((d) => d.dispatchedAtMs > atMs).map((d) => d.dispatchedAtMs);
    return [
      {
        class: 'dispatchDue',
        subjectId: i.id,
        firstDueAtMs: atMs + limits.dispatchMinutes * MINUTE,
        everyMs: limits.overdueRepeatMinutes * MINUTE,
        bornAtMs: atMs,
        settledAtMs: earliest(...next, i.closedAtMs),
        ringsWhenBornLate: true,
      },
    ];
  });
}

function dispatchSeries(d: Dispatch, i: Instruction, limits: Limits): AlarmSeries[] {
  const deadline = arrivalDeadlineMs(d);
  const settledAtMs = earliest(d.arrivalRecordedAtMs, d.recalled?.atMs, i.closedAtMs);
  const common = { subjectId: d.id, bornAtMs: d.clockSetAtMs };
  const soon = limits.arrivalWarnings.map(
    (minutes): AlarmSeries => ({
      ...common,
      class: 'arrivalSoon',
      firstDueAtMs: deadline - minutes * MINUTE,
      everyMs: null,
      settledAtMs: earliest(settledAtMs, d.explanations[0]?.recordedAtMs),
      ringsWhenBornLate: false,
    }),
  );
  const overdue: AlarmSeries = {
    ...common,
    class: 'arrivalOverdue',
    firstDueAtMs: deadline,
    everyMs: limits.overdueRepeatMinutes * MINUTE,
    settledAtMs,
    ringsWhenBornLate: true,
    silent: ({ dueAtMs, repeat }) => repeat > 0 && isExplainedAt(d, dueAtMs),
  };
  if (d.arrivalRecordedAtMs === null) return [...soon, overdue];
  const sceneReport: AlarmSeries = {
    subjectId: d.id,
    class: 'sceneReportDue',
    firstDueAtMs: d.arrivalRecordedAtMs + limits.sceneReportMinutes * MINUTE,
    everyMs: null,
    bornAtMs: d.arrivalRecordedAtMs,
    settledAtMs: earliest(d.sceneRecordedAtMs, i.closedAtMs),
    ringsWhenBornLate: true,
  };
  return [...soon, overdue, sceneReport];
}

/** The latest explanation recorded by then decides; it silences until its expected time, for good when it has none. */
function isExplainedAt(d: Dispatch, ms: number): boolean {
  const latest = d.explanations.filter((e) => e.recordedAtMs <= ms).at(-1);
  return latest !== undefined && (latest.expectedAtMs === null || ms < latest.expectedAtMs);
}

/** 较大 and above with no leader told since: one alarm; none when every leader it needs had been told before. */
function leaderNotice(i: Instruction, limits: Limits): AlarmSeries {
  const told = (role: 'deputy' | 'head') =>
    i.notices.find((n) => n.role === role || n.role === 'both')?.recordedAtMs;
  const allTold = told('deputy') !== undefined && (i.severity !== 'grave' || told('head') !== undefined);
  const toldSince = i.notices.find(
    (n) => n.role !== 'other' && n.recordedAtMs >= i.severityAtMs,
  )?.recordedAtMs;
  return {
    class: 'leaderNoticeDue',
    subjectId: i.id,
    firstDueAtMs: i.severityAtMs + limits.leaderNoticeMinutes * MINUTE,
    everyMs: null,
    bornAtMs: i.severityAtMs,
    settledAtMs: earliest(toldSince, allTold ? i.severityAtMs : null, i.closedAtMs),
    ringsWhenBornLate: true,
  };
}

/** A leader needed on scene whose deputy in charge nobody has told of it (篇三 四(一)). */
function leaderOnScene(i: Instruction, sinceMs: number, limits: Limits): AlarmSeries {
  const told = i.notices.find(
    (n) => (n.role === 'deputy' || n.role === 'both') && n.recordedAtMs >= sinceMs,
  )?.recordedAtMs;
  return {
    class: 'leaderNoticeDue',
    subjectId: i.id,
    firstDueAtMs: sinceMs + limits.leaderNoticeMinutes * MINUTE,
    everyMs: null,
    bornAtMs: sinceMs,
    settledAtMs: earliest(told, i.closedAtMs),
    ringsWhenBornLate: true,
  };
}

/** The reminder that the desk asked for before a follow-up falls due; any progress noted since answers it. */
function followUpRemind(f: InstructionFollowUp, i: Instruction): AlarmSeries[] {
  const { remindAtMs } = f;
  if (remindAtMs === null) return [];
  const answered = f.notes.find((n) => n.atMs >= remindAtMs)?.atMs;
  return [
    {
      class: 'followUpRemind',
      subjectId: f.id,
      firstDueAtMs: remindAtMs,
      everyMs: null,
      bornAtMs: f.remindSetAtMs ?? f.recordedAtMs,
      settledAtMs: earliest(f.done?.atMs, answered, i.closedAtMs),
      ringsWhenBornLate: false,
    },
  ];
}
