import type { Kysely } from 'kysely';
import {
  type EscalationDue,
  type EscalationStep,
  escalatedClasses,
  escalationsOf,
  type OpenAlarm,
} from '../../../shared/alarms/escalation.ts';
import type { AlarmClass } from '../../../shared/alarms/types.ts';
import type { Escalation } from '../../../shared/contract/alarms.ts';
import { explainedUntilMs } from '../../../shared/instructions/clock.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { limitsAt } from '../settings/store.ts';
import { holder } from '../shifts/store.ts';

/** Steps up that have not been recorded yet, whether due or still to come, in order of time. */
export async function escalationsAhead(db: Kysely<Database>, nowMs: number): Promise<EscalationDue[]> {
  const open = await openAlarms(db, nowMs);
  if (open.length === 0) return [];
  const recorded = await db
    .selectFrom('alarm_escalation')
    .select(['alarm_id', 'step'])
    .where(
      'alarm_id',
      'in',
      open.map((a) => a.id),
    )
    .execute();
  const known = new Set(recorded.map((r) => `${r.alarm_id} ${r.step}`));
  return escalationsOf(open).filter((e) => !known.has(`${e.alarmId} ${e.step}`));
}

async function openAlarms(db: Kysely<Database>, nowMs: number): Promise<OpenAlarm[]> {
  const rows = await db
    .selectFrom('alarm')
    .select(['id', 'class', 'subject_id', 'instruction_id', 'due_at', 'raised_at'])
    .where('settled_at', 'is', null)
    .where('ack_at', 'is', null)
    .where('class', 'in', [...escalatedClasses])
    .execute();
  if (rows.length === 0) return [];
  const { limits: present } = await limitsAt(db, nowMs);
  const about = await recordsOf(db, [...new Set(rows.flatMap((r) => r.instruction_id ?? []))]);
  return rows.map((r) => {
    const i = about.get(r.instruction_id ?? '');
    const team = i?.dispatches.find((d) => d.id === r.subject_id);
    return {
      id: r.id,
      class: r.class as AlarmClass,
      subjectId: r.subject_id,
      dueAtMs: r.due_at,
      // An explained delay needs nobody called until its expected time; without one it never does.
      raisedAtMs: Math.max(r.raised_at, (team && explainedUntilMs(team)) ?? 0),
      limits: i?.limits ?? present,
    };
  });
}

async function recordsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Instruction>> {
  const rows = await db.selectFrom('instruction').select('record').where('id', 'in', ids).execute();
  return new Map(rows.map(({ record }) => readRecord(record)).map((i) => [i.id, i]));
}

/** Records a step up with the name of who holds that duty now, empty when nobody does (篇三 五(一)). */
export async function recordEscalation(tx: Tx, due: EscalationDue, missed: boolean): Promise<void> {
  const members = (await holder(tx.db))?.members ?? [];
  await tx.insert('alarm_escalation', {
    id: newId(),
    alarm_id: due.alarmId,
    step: due.step,
    person: members.find((m) => m.duty === due.step)?.name ?? '',
    due_at: due.dueAtMs,
    at: tx.nowMs,
    missed: missed ? 1 : 0,
  });
}

/** The last step up of each of these alarms, by alarm id. */
export async function escalationsFor(
  db: Kysely<Database>,
  alarmIds: readonly string[],
): Promise<Map<string, Escalation>> {
  const last = new Map<string, Escalation>();
  for (let n = 0; n < alarmIds.length; n += AT_ONCE) {
    const rows = await db
      .selectFrom('alarm_escalation')
      .select(['alarm_id', 'step', 'person', 'due_at', 'missed'])
      .where('alarm_id', 'in', alarmIds.slice(n, n + AT_ONCE))
      .orderBy('due_at')
      .orderBy('id')
      .execute();
    for (const r of rows) {
      const step = r.step as EscalationStep;
      last.set(r.alarm_id, { step, person: r.person, atMs: r.due_at, missed: r.missed === 1 });
    }
  }
  return last;
}

/** SQLite takes a bounded number of values in one statement. */
const AT_ONCE = 500;
