/** Alarm classes in the order in which alarms of one instant are raised. */
export const alarmClasses = [
  'dispatchDue',
  'arrivalSoon',
  'arrivalOverdue',
  'sceneReportDue',
  'leaderNoticeDue',
  'reportBackDue',
  'followUpDue',
  'followUpRemind',
  'urgentPaperDue',
  'handoverLate',
] as const;
export type AlarmClass = (typeof alarmClasses)[number];

/** Tone and lamp of a class: 1 critical ▲, 2 warning ◆, 3 notice ■. */
export const alarmLevel: Record<AlarmClass, 1 | 2 | 3> = {
  dispatchDue: 1,
  arrivalSoon: 2,
  arrivalOverdue: 1,
  sceneReportDue: 2,
  leaderNoticeDue: 1,
  reportBackDue: 2,
  followUpDue: 3,
  followUpRemind: 3,
  urgentPaperDue: 2,
  handoverLate: 2,
};

/** One ring of one alarm: of which class, about what, when it falls due, the how many-th step (silenced steps count). */
export type AlarmStep = { class: AlarmClass; subjectId: string; dueAtMs: number; repeat: number };

/**
 * A series of steps as a rule writes it down. `settledAtMs` is when the thing was recorded (Infinity while it is not):
 * what is due at that instant or later does not ring. `bornAtMs` is when the desk learned of the deadline.
 */
export type AlarmSeries = {
  class: AlarmClass;
  subjectId: string;
  firstDueAtMs: number;
  everyMs: number | null;
  bornAtMs: number;
  settledAtMs: number;
  /** A deadline that had already passed when the desk learned of it rings at once (true) or never (false). */
  ringsWhenBornLate: boolean;
  /** Steps that stay silent although nothing is settled (an explained delay). */
  silent?: (step: { dueAtMs: number; repeat: number }) => boolean;
};
