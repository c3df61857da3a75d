import { z } from 'zod';
import { type AlarmClass, alarmClasses } from '../alarms/types.ts';
import { id, localDate } from '../fields.ts';
import type { ActionGroup } from '../groups/types.ts';
import type { Workbook } from '../papers/types.ts';
import { availabilitySchema } from '../people/types.ts';
import {
  issueSchema,
  receiptSchema,
  returnSchema,
  type SupplyItem,
  type SupplyMovement,
  type SupplyOut,
  stocktakeSchema,
  supplyItemSchema,
  writeOffSchema,
} from '../supplies/types.ts';
import { procedure, typed } from './base.ts';

export const suppliesContract = {
  list: procedure.output(typed<{ items: SupplyItem[]; out: SupplyOut[] }>()),
  movements: procedure.input(z.object({ itemId: id() })).output(typed<SupplyMovement[]>()),
  create: procedure.input(supplyItemSchema).output(typed<SupplyItem>()),
  issue: procedure.input(issueSchema).output(typed<SupplyItem>()),
  return: procedure.input(returnSchema).output(typed<SupplyItem>()),
  receive: procedure.input(receiptSchema).output(typed<SupplyItem>()),
  writeOff: procedure.input(writeOffSchema).output(typed<SupplyItem>()),
  stocktake: procedure.input(stocktakeSchema).output(typed<SupplyItem>()),
};

export const groupsContract = {
  board: procedure.output(typed<ActionGroup[]>()),
  setAvailability: procedure
    .input(z.object({ personId: id(), availability: availabilitySchema }))
    .output(typed<{ ok: true }>()),
};

/** One raised alarm. `active`: nobody acknowledged it and its thing is still owed. */
export type Alarm = {
  id: string;
  class: AlarmClass;
  level: 1 | 2 | 3;
  subjectId: string;
  instructionId: string | null;
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
  escalation: { step: 'shiftLead' | 'leaderOnDuty'; person: string; atMs: number } | null;
  settledAtMs: number | null;
};

/** Which past alarms are asked for. */
const alarmFilter = z.object({
  classes: z.array(z.enum(alarmClasses)).default([]),
  status: z.enum(['any', 'active', 'acknowledged', 'settled']).default('any'),
  fromDay: localDate().nullable().default(null),
  toDay: localDate().nullable().default(null),
});

export const alarmsContract = {
  active: procedure.output(typed<Alarm[]>()),
  /** Newest first. */
  history: procedure
    .input(alarmFilter.extend({ limit: z.number().int().min(1).max(100_000).default(200) }))
    .output(typed<Alarm[]>()),
  workbook: procedure.input(alarmFilter).output(typed<Workbook>()),
  /** 确认告警: name and time are recorded (`desk` while locked). Touches this alarm and its earlier repeats only. */
  acknowledge: procedure.input(z.object({ id: id() })).output(typed<Alarm>()),
};
