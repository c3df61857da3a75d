import type { AlarmSeries } from '../alarms/types.ts';
import { conflict, invalid } from '../errors.ts';
import type { Limits } from '../settings/types.ts';
import { type DutyCalendar, dutyDayOf, dutyDaySpan } from '../time/duty-day.ts';
import { addDays, MINUTE } from '../time/zone.ts';
import { type Crew, deskPeople, type Shift } from './types.ts';

/** Before the changeover a crew already gathers for the coming duty day; earlier it takes the present one. */
const GATHERING_MS = 60 * MINUTE;

/** Two people always (双人值班): fewer refuse the takeover or the handover as a whole (篇五 四(二)). */
export function requireTwoPeople(crew: Crew, path = 'crew'): void {
  if (deskPeople(crew).length < 2) throw invalid([path, 'officerIds'], 'tooFewPeople');
}

/** The duty day and planned span of a crew that takes an empty desk at `nowMs`. */
export function firstShiftSpan(nowMs: number, calendar: DutyCalendar) {
  const dutyDay = dutyDayOf(nowMs + GATHERING_MS, calendar);
  return { dutyDay, ...dutyDaySpan(dutyDay, calendar) };
}

/** The duty day and span of the relief: the next day, or the rest of the same day for an extra handover. */
export function reliefSpan(
  holder: Pick<Shift, 'dutyDay' | 'plannedEndMs'>,
  extra: boolean,
  nowMs: number,
  calendar: DutyCalendar,
) {
  if (extra) return { dutyDay: holder.dutyDay, startMs: nowMs, endMs: holder.plannedEndMs };
  // After a gap without a handover the relief takes the present day, not one long past.
  const next = addDays(holder.dutyDay, 1);
  const present = dutyDayOf(nowMs + GATHERING_MS, calendar);
  const dutyDay = present > next ? present : next;
  return { dutyDay, ...dutyDaySpan(dutyDay, calendar) };
}

/** A regular handover is frozen at most this long before the changeover; earlier it is an extra one and needs a reason. */
const REGULAR_BEFORE_MS = 120 * MINUTE;

/** Whether a freeze now can only mean an extra handover: a regular one would take the next morning's handover away. */
export const isLongBefore = (holder: Pick<Shift, 'plannedEndMs'>, nowMs: number) =>
  nowMs < holder.plannedEndMs - REGULAR_BEFORE_MS;

/** Whole minutes after the planned start, 0 when in time. */
export const lateBy = (atMs: number, plannedMs: number) =>
  Math.max(0, Math.ceil((atMs - plannedMs) / MINUTE));

/** Nobody leaves before the relief has signed (篇五 四(二): 交接班后方可下班). */
export function requireRelieved(shift: Pick<Shift, 'status'>): void {
  if (shift.status === 'holding') throw conflict('notRelieved');
}

/** A handover counts as late once the grace has passed; the minutes are counted from the changeover. */
export function handoverLateness(signedAtMs: number, plannedEndMs: number, extra: boolean, limits: Limits) {
  const lateMinutes = extra ? 0 : lateBy(signedAtMs, plannedEndMs);
  return { late: lateMinutes > limits.handoverGraceMinutes, lateMinutes };
}

/** The alarm of a shift that is not relieved in time: changeover + grace, repeated until both have signed. */
export function handoverSeries(
  shift: Pick<Shift, 'id' | 'plannedEndMs' | 'takenAtMs' | 'relievedAtMs'>,
  limits: Limits,
): AlarmSeries {
  return {
    class: 'handoverLate',
    subjectId: shift.id,
    firstDueAtMs: shift.plannedEndMs + limits.handoverGraceMinutes * MINUTE,
    everyMs: limits.overdueRepeatMinutes * MINUTE,
    bornAtMs: shift.takenAtMs ?? shift.plannedEndMs,
    settledAtMs: shift.relievedAtMs ?? Number.POSITIVE_INFINITY,
    ringsWhenBornLate: true,
  };
}
