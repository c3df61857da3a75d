import { z } from 'zod';
import type { EscalationStep } from '../alarms/escalation.ts';
import { type AlarmFilter, alarmFilterSchema } from '../alarms/filter.ts';
import type { ResponseTimes } from '../alarms/response.ts';
import type { AlarmClass } from '../alarms/types.ts';
import { id } from '../fields.ts';
import type { Workbook } from '../papers/types.ts';
import { procedure, typed } from './base.ts';

/** Carried up because nobody acknowledged: to whom (empty when nobody holds that duty), since when, noticed late. */
export type Escalation = {
  step: EscalationStep;
  person: string;
  atMs: number;
  /** It fell due while the program was off; `atMs` is its true time. */
  missed: boolean;
};

/** One raised alarm. `active`: nobody acknowledged it and its thing is still owed. */
export type Alarm = {
  id: string;
  class: AlarmClass;
  level: 1 | 2 | 3;
  subjectId: string;
  instructionId: string | null;
  /** The log entry it is about (an urgent paper, a follow-up of an entry) and its duty day; null for every other alarm. */
  entry: { id: string; dutyDay: string } | null;
  /** Our number of the instruction, else empty. */
  number: string;
  place: string;
  dueAtMs: number;
  raisedAtMs: number;
  repeat: number;
  missed: boolean;
  active: boolean;
  acknowledged: { byName: string; atMs: number } | null;
  /** How far up it has been carried because nobody acknowledged it (篇三 五(一)); the last step. */
  escalation: Escalation | null;
  settledAtMs: number | null;
};

export const alarmsContract = {
  active: procedure.output(typed<Alarm[]>()),
  /** Newest first; without days those of the last 31, except what is still owed. */
  history: procedure
    .input(alarmFilterSchema.extend({ limit: z.number().int().min(1).max(100_000).default(200) }))
    .output(typed<Alarm[]>()),
  /**
   * As of `atMs`: how many there are and how soon each class was answered, over the whole filter and not only the rows shown;
   * `filter` names the days it was read for where none were asked for.
   */
  responses: procedure
    .input(alarmFilterSchema)
    .output(typed<{ total: number; classes: ResponseTimes[]; atMs: number; filter: AlarmFilter }>()),
  workbook: procedure.input(alarmFilterSchema).output(typed<Workbook>()),
  /** 确认告警: name and time are recorded (`desk` while locked). Touches this alarm and its earlier repeats only. */
  acknowledge: procedure.input(z.object({ id: id() })).output(typed<Alarm>()),
};
