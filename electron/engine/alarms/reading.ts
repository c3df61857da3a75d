import type { Kysely } from 'kysely';
import type { AlarmFilter } from '../../../shared/alarms/filter.ts';
import { type ResponseTimes, responseTimes } from '../../../shared/alarms/response.ts';
import type { AlarmClass } from '../../../shared/alarms/types.ts';
import type { Alarm, Escalation } from '../../../shared/contract/alarms.ts';
import { addDays, instant } from '../../../shared/time/zone.ts';
import type { AlarmRow, Database } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { siteAt } from '../settings/store.ts';
import { escalationsFor } from './escalating.ts';
import { activeRows, openRows, runOf } from './store.ts';

/** An alarm row as the contract shows it. */
export function alarmOf(
  row: AlarmRow,
  names: Map<string, string>,
  escalation: Escalation | null = null,
): Alarm {
  return {
    id: row.id,
    class: row.class as AlarmClass,
    level: row.level as 1 | 2 | 3,
    subjectId: row.subject_id,
    instructionId: row.instruction_id,
    number: row.number,
    place: row.place,
    dueAtMs: row.due_at,
    raisedAtMs: row.raised_at,
    repeat: row.repeat,
    missed: row.missed === 1,
    active: row.settled_at === null && row.ack_at === null,
    acknowledged:
      row.ack_at === null
        ? null
        : { byName: names.get(row.ack_by ?? '') ?? row.ack_by ?? '', atMs: row.ack_at },
    escalation,
    settledAtMs: row.settled_at,
  };
}

/** What rings now, of each class and subject its latest repeat, carried up as far as any of its open raises was. */
export async function activeAlarms(db: Kysely<Database>): Promise<Alarm[]> {
  const open = await openRows(db);
  const steps = await escalationsFor(
    db,
    open.map((row) => row.id),
  );
  const furthest = new Map<string, Escalation>();
  for (const row of open) {
    const own = steps.get(row.id);
    const known = furthest.get(runOf(row));
    if (own && (!known || own.atMs >= known.atMs)) furthest.set(runOf(row), own);
  }
  const names = await peopleNames(db);
  return (await activeRows(db)).map((row) => alarmOf(row, names, furthest.get(runOf(row)) ?? null));
}

/** Raised alarms newest first, with who acknowledged them and how far they were carried up. */
export async function alarmHistory(
  db: Kysely<Database>,
  filter: AlarmFilter & { limit: number },
  nowMs: number,
): Promise<Alarm[]> {
  const rows = await (await filtered(db, filter, nowMs))
    .selectAll()
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  const names = await peopleNames(db);
  const steps = await escalationsFor(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => alarmOf(row, names, steps.get(row.id) ?? null));
}

/** How many raises a filter has, and how soon each class was answered. */
export async function alarmResponses(
  db: Kysely<Database>,
  filter: AlarmFilter,
  nowMs: number,
): Promise<{ total: number; classes: ResponseTimes[]; atMs: number }> {
  const rows = await (await filtered(db, filter, nowMs))
    .select(['class', 'subject_id', 'raised_at', 'ack_at', 'settled_at'])
    .execute();
  const classes = responseTimes(
    rows.map((r) => ({
      class: r.class as AlarmClass,
      subjectId: r.subject_id,
      raisedAtMs: r.raised_at,
      acknowledgedAtMs: r.ack_at,
      settledAtMs: r.settled_at,
    })),
  );
  return { total: rows.length, classes, atMs: nowMs };
}

async function filtered(db: Kysely<Database>, filter: AlarmFilter, nowMs: number) {
  const { timeZone } = await siteAt(db, nowMs);
  let query = db.selectFrom('alarm');
  if (filter.classes.length > 0) query = query.where('class', 'in', filter.classes);
  if (filter.status === 'settled') query = query.where('settled_at', 'is not', null);
  else if (filter.status !== 'any') {
    query = query
      .where('settled_at', 'is', null)
      .where('ack_at', filter.status === 'active' ? 'is' : 'is not', null);
  }
  if (filter.fromDay) query = query.where('raised_at', '>=', instant(filter.fromDay, '00:00', timeZone));
  if (filter.toDay)
    query = query.where('raised_at', '<', instant(addDays(filter.toDay, 1), '00:00', timeZone));
  return query;
}
