import { expect, it } from 'vitest';
import { MINUTE } from '../time/zone.ts';
import { escalationsOf, type OpenAlarm } from './escalation.ts';

const limits = { escalateLeadMinutes: 5, escalateLeaderMinutes: 15 };
const open = (id: string, raised: number, over: Partial<OpenAlarm> = {}): OpenAlarm => ({
  id,
  class: 'arrivalOverdue',
  subjectId: 's',
  dueAtMs: raised * MINUTE,
  raisedAtMs: raised * MINUTE,
  limits,
  ...over,
});

it.each<[name: string, alarms: OpenAlarm[], steps: string[]]>([
  ['nothing open', [], []],
  ['one alarm, two steps', [open('a', 0)], ['5 a shiftLead', '15 a leaderOnDuty']],
  ['repeats count from the first', [open('b', 5), open('a', 0)], ['5 a shiftLead', '15 a leaderOnDuty']],
  ['the first acknowledged: from the next', [open('b', 5)], ['10 b shiftLead', '20 b leaderOnDuty']],
  [
    'raised together after a time off: the one due first stands for the run',
    [open('b', 30, { dueAtMs: 8 * MINUTE }), open('a', 30, { dueAtMs: 3 * MINUTE })],
    ['35 a shiftLead', '45 a leaderOnDuty'],
  ],
  [
    'two teams are two runs',
    [open('a', 0), open('b', 2, { subjectId: 't' })],
    ['5 a shiftLead', '7 b shiftLead', '15 a leaderOnDuty', '17 b leaderOnDuty'],
  ],
  [
    'each with the limits of its own instruction',
    [open('a', 0, { limits: { escalateLeadMinutes: 2, escalateLeaderMinutes: 3 } })],
    ['2 a shiftLead', '3 a leaderOnDuty'],
  ],
  ['a warning before the limit is not carried up', [open('a', 0, { class: 'arrivalSoon' })], []],
  ['nor is anything but arrival', [open('a', 0, { class: 'dispatchDue' })], []],
])('%s', (_name, alarms, steps) => {
  expect(escalationsOf(alarms).map((e) => `${e.dueAtMs / MINUTE} ${e.alarmId} ${e.step}`)).toEqual(steps);
});
