import type { Kysely } from 'kysely';
import { isStepOf } from '../../../shared/alarms/plan.ts';
import {
  type AlarmClass,
  type AlarmSeries,
  type AlarmStep,
  alarmLevel,
} from '../../../shared/alarms/types.ts';
import { conflict, notFound } from '../../../shared/errors.ts';
import type { AlarmRow, Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';

/** What an alarm is about, in the words its lamp and notification need. */
export type AlarmSubject = { instructionId: string | null; number: string; place: string };

/** Raises one step of an alarm; the unique key (class, subject, due time) makes it happen once. */
export async function raiseAlarm(
  tx: Tx,
  step: AlarmStep,
  subject: AlarmSubject,
  missed: boolean,
): Promise<void> {
  await tx.insert('alarm', {
    id: newId(),
    class: step.class,
    level: alarmLevel[step.class],
    subject_id: step.subjectId,
    instruction_id: subject.instructionId,
    number: subject.number,
    place: subject.place,
    due_at: step.dueAtMs,
    raised_at: tx.nowMs,
    repeat: step.repeat,
    missed: missed ? 1 : 0,
    settled_at: null,
    ack_by: null,
    ack_at: null,
    version: 1,
  });
}

/** The row of a step that was raised before. */
export function raisedRow(db: Kysely<Database>, step: AlarmStep): Promise<AlarmRow | undefined> {
  return db
    .selectFrom('alarm')
    .selectAll()
    .where('class', '=', step.class)
    .where('subject_id', '=', step.subjectId)
    .where('due_at', '=', step.dueAtMs)
    .executeTakeFirst();
}

/** A step that had rung and was settled rings on: its thing is owed again (an end taken back, a correction undone). */
export const reviveAlarm = (tx: Tx, row: AlarmRow): Promise<void> =>
  tx.update('alarm', row.id, { settled_at: null, ack_by: null, ack_at: null }, row.version);

/** Ends the alarms of one class and subject: their thing has been recorded. */
export async function settleAlarms(tx: Tx, alarmClass: AlarmClass, subjectId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('alarm')
    .select(['id', 'version'])
    .where('class', '=', alarmClass)
    .where('subject_id', '=', subjectId)
    .where('settled_at', 'is', null)
    .execute();
  for (const row of rows) await tx.update('alarm', row.id, { settled_at: tx.nowMs }, row.version);
}

/** Ends those alarms of an instruction whose series is settled or gone, or whose deadline has moved away. */
export async function settleInstructionAlarms(
  tx: Tx,
  instructionId: string,
  series: readonly AlarmSeries[],
): Promise<void> {
  const rows = await tx.db
    .selectFrom('alarm')
    .select(['id', 'version', 'class', 'subject_id', 'due_at'])
    .where('instruction_id', '=', instructionId)
    .where('settled_at', 'is', null)
    .where('class', '<>', 'followUpDue')
    .execute();
  for (const row of rows) {
    const live = series.some(
      (s) =>
        s.class === row.class &&
        s.subjectId === row.subject_id &&
        s.settledAtMs > tx.nowMs &&
        isStepOf(s, row.due_at),
    );
    if (!live) await tx.update('alarm', row.id, { settled_at: tx.nowMs }, row.version);
  }
}

/** 确认告警: records who and when on this alarm and its earlier repeats still open; others are not touched. */
export async function acknowledge(tx: Tx, id: string, by: string): Promise<AlarmRow> {
  const alarm = await tx.db.selectFrom('alarm').selectAll().where('id', '=', id).executeTakeFirst();
  if (!alarm) throw notFound('alarm');
  if (alarm.ack_at !== null) throw conflict('alreadyAcknowledged');
  const rows = await tx.db
    .selectFrom('alarm')
    .select(['id', 'version'])
    .where('class', '=', alarm.class)
    .where('subject_id', '=', alarm.subject_id)
    .where('due_at', '<=', alarm.due_at)
    .where('ack_at', 'is', null)
    .where((eb) => eb.or([eb('id', '=', id), eb('settled_at', 'is', null)]))
    .execute();
  for (const row of rows) await tx.update('alarm', row.id, { ack_by: by, ack_at: tx.nowMs }, row.version);
  return { ...alarm, ack_by: by, ack_at: tx.nowMs };
}

/** Alarms that ring: not acknowledged, their thing still owed; of each class and subject the latest repeat. */
export async function activeRows(db: Kysely<Database>): Promise<AlarmRow[]> {
  return [...new Map((await openRows(db)).map((row) => [runOf(row), row])).values()];
}

/** Alarms of one class about one thing: a first raise and its repeats. */
export const runOf = (row: Pick<AlarmRow, 'class' | 'subject_id'>) => `${row.class}:${row.subject_id}`;

/** Every raise that nobody acknowledged and whose thing is still owed, most urgent and oldest first. */
export const openRows = (db: Kysely<Database>): Promise<AlarmRow[]> =>
  db
    .selectFrom('alarm')
    .selectAll()
    .where('settled_at', 'is', null)
    .where('ack_at', 'is', null)
    .orderBy('level')
    .orderBy('due_at')
    .execute();
