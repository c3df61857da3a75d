import { type AlarmStep, alarmClasses } from './types.ts';

/** Orders alarms by time, then class, then the instruction's number: the order in which they are raised. */
export function byDueThenClass(ref: (subjectId: string) => string) {
  return (a: AlarmStep, b: AlarmStep): number =>
    a.dueAtMs - b.dueAtMs ||
    alarmClasses.indexOf(a.class) - alarmClasses.indexOf(b.class) ||
    ref(a.subjectId).localeCompare(ref(b.subjectId)) ||
    a.repeat - b.repeat;
}
