import type { Limits } from '../settings/types.ts';
import { MINUTE } from '../time/zone.ts';
import type { AlarmClass } from './types.ts';

/** To whom an alarm is carried up that nobody acknowledges: 值班长, then 带班领导. */
export const escalationSteps = ['shiftLead', 'leaderOnDuty'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/**
 * Only what is late is carried up. The warnings before the arrival limit are not: nothing is owed yet, and the first of
 * them would call the shift lead for every team on its way.
 */
export const escalatedClasses: readonly AlarmClass[] = ['arrivalOverdue'];

/** An alarm that nobody acknowledged and whose thing is still owed, with the limits that hold for it. */
export type OpenAlarm = {
  id: string;
  class: AlarmClass;
  subjectId: string;
  dueAtMs: number;
  /** Since when somebody should have acknowledged it; Infinity where a delay is explained for good. */
  raisedAtMs: number;
  limits: Pick<Limits, 'escalateLeadMinutes' | 'escalateLeaderMinutes'>;
};

/** One step up: which alarm, to whom, at what time. */
export type EscalationDue = { alarmId: string; step: EscalationStep; dueAtMs: number };

/**
 * When the open alarms are carried up (篇三 五(一)), in order of time; pure, so that every tick may ask again. Alarms of
 * one class and subject are one run, counted from the raise of its earliest that is still open: an acknowledgement takes
 * the alarms it covers out of the run, and a repeat after it begins anew.
 */
export function escalationsOf(open: readonly OpenAlarm[]): EscalationDue[] {
  const runs = new Map<string, OpenAlarm>();
  for (const alarm of open) {
    if (!escalatedClasses.includes(alarm.class)) continue;
    const key = `${alarm.class}:${alarm.subjectId}`;
    const first = runs.get(key);
    if (!first || isEarlier(alarm, first)) runs.set(key, alarm);
  }
  const steps = [...runs.values()].flatMap(stepsOf);
  return steps.filter((s) => Number.isFinite(s.dueAtMs)).sort((a, b) => a.dueAtMs - b.dueAtMs);
}

const isEarlier = (a: OpenAlarm, b: OpenAlarm) =>
  a.raisedAtMs < b.raisedAtMs || (a.raisedAtMs === b.raisedAtMs && a.dueAtMs < b.dueAtMs);

const stepsOf = ({ id, raisedAtMs, limits }: OpenAlarm): EscalationDue[] => [
  { alarmId: id, step: 'shiftLead', dueAtMs: raisedAtMs + limits.escalateLeadMinutes * MINUTE },
  { alarmId: id, step: 'leaderOnDuty', dueAtMs: raisedAtMs + limits.escalateLeaderMinutes * MINUTE },
];
