import type { Kysely } from 'kysely';
import { stepsBetween } from '../../../shared/alarms/plan.ts';
import { type AlarmClass, alarmLevel } from '../../../shared/alarms/types.ts';
import type { AlarmSignal, DueSignal, FromEngine } from '../../../shared/protocol.ts';
import type { Database } from '../db/schema.ts';
import { activeRows } from './store.ts';
import { HORIZON_MS, plannedSeries } from './ticker.ts';
import { alarmText } from './words.ts';

/** What main rings by itself while the engine is away needs no more: a minute's crash, not an afternoon's. */
const STEPS_OF_A_SERIES = 3;
const DEADLINES = 300;

/** What main needs to ring without asking: all active alarms and the next deadlines of the coming hour. */
export async function alarmMessage(db: Kysely<Database>, nowMs: number): Promise<FromEngine> {
  const active = (await activeRows(db)).map(
    (row): AlarmSignal => ({
      id: row.id,
      class: row.class,
      level: row.level as 1 | 2 | 3,
      dueAtMs: row.due_at,
      raisedAtMs: row.raised_at,
      repeat: row.repeat,
      text: alarmText(row.class as AlarmClass, row.number, row.place),
    }),
  );
  const due = (await plannedSeries(db, nowMs)).flatMap((p) =>
    stepsBetween(p.series, nowMs, nowMs + HORIZON_MS)
      .slice(0, STEPS_OF_A_SERIES)
      .map(
        (step): DueSignal => ({
          key: `${step.class}:${step.subjectId}:${step.dueAtMs}`,
          class: step.class,
          level: alarmLevel[step.class],
          dueAtMs: step.dueAtMs,
          text: alarmText(step.class, p.subject.number, p.subject.place),
        }),
      ),
  );
  return { t: 'alarms', active, due: due.sort((a, b) => a.dueAtMs - b.dueAtMs).slice(0, DEADLINES), nowMs };
}
