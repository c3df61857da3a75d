import { type Kysely, sql } from 'kysely';
import { type AlarmFilter, withDays } from '../../../shared/alarms/filter.ts';
import { type ResponseTimes, responseCounter } from '../../../shared/alarms/response.ts';
import type { AlarmClass } from '../../../shared/alarms/types.ts';
import type { Alarm, Escalation } from '../../../shared/contract/alarms.ts';
import { addDays, instant, localDate } from '../../../shared/time/zone.ts';
import type { AlarmRow, Database } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { siteAt } from '../settings/store.ts';
import { entriesOfAlarms } from './entries.ts';
import { escalationsFor } from './escalating.ts';
import { activeRows, openRows, runOf } from './store.ts';

/** An alarm row as the contract shows it. */
export function alarmOf(
  row: AlarmRow,
  names: Map<string, string>,
  entry: Alarm['entry'],
  escalation: Escalation | null = null,
): Alarm {
  return {
    id: row.id,
    class: row.class as AlarmClass,
    level: row.level as 1 | 2 | 3,
    subjectId: row.subject_id,
    instructionId: row.instruction_id,
    entry,
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
  const active = await activeRows(db);
  const entries = await entriesOfAlarms(db, active);
  return active.map((row) =>
    alarmOf(row, names, entries.get(row.subject_id) ?? null, furthest.get(runOf(row)) ?? null),
  );
}

/** Raised alarms newest first, with who acknowledged them and how far they were carried up. */
export async function alarmHistory(
  db: Kysely<Database>,
  asked: AlarmFilter & { limit: number },
  nowMs: number,
): Promise<Alarm[]> {
  const names = await peopleNames(db);
  const found: Alarm[] = [];
  for await (const rows of raisesOf(db, await readFilter(db, asked, nowMs), nowMs)) {
    const own = rows.slice(0, asked.limit - found.length);
    const steps = await escalationsFor(
      db,
      own.map((row) => row.id),
    );
    const entries = await entriesOfAlarms(db, own);
    for (const row of own)
      found.push(alarmOf(row, names, entries.get(row.subject_id) ?? null, steps.get(row.id) ?? null));
    if (found.length === asked.limit) break;
  }
  return found;
}

/** How many raises a filter has, and how soon each class was answered. */
export async function alarmResponses(
  db: Kysely<Database>,
  asked: AlarmFilter,
  nowMs: number,
): Promise<{ total: number; classes: ResponseTimes[]; atMs: number; filter: AlarmFilter }> {
  const filter = await readFilter(db, asked, nowMs);
  const counter = responseCounter();
  let total = 0;
  for await (const rows of raisesOf(db, filter, nowMs)) {
    total += rows.length;
    for (const row of rows) {
      counter.add({
        class: row.class as AlarmClass,
        subjectId: row.subject_id,
        raisedAtMs: row.raised_at,
        acknowledgedAtMs: row.ack_at,
        settledAtMs: row.settled_at,
      });
    }
  }
  return { total, classes: counter.times(), atMs: nowMs, filter };
}

/** The filter with the days it is read for: the last 31 where it names none. */
export async function readFilter(
  db: Kysely<Database>,
  { classes, status, fromDay, toDay }: AlarmFilter,
  nowMs: number,
): Promise<AlarmFilter> {
  const { timeZone } = await siteAt(db, nowMs);
  return withDays({ classes, status, fromDay, toDay }, localDate(nowMs, timeZone));
}

/** Raises read together: some ten milliseconds. */
const PORTION = 2000;

/** The raises of a filter, newest first, in portions of so many looked at: the engine answers and rings between them. */
async function* raisesOf(
  db: Kysely<Database>,
  { classes, status, fromDay, toDay }: AlarmFilter,
  nowMs: number,
): AsyncGenerator<AlarmRow[]> {
  const { timeZone } = await siteAt(db, nowMs);
  const owed = status === 'active' || status === 'acknowledged';
  const fromMs = fromDay === null ? 0 : instant(fromDay, '00:00', timeZone);
  let before = toDay === null ? Number.MAX_SAFE_INTEGER : instant(addDays(toDay, 1), '00:00', timeZone);
  let beforeId = '';
  for (;;) {
    // The index by the time of raise leads; what is still owed has one of its own.
    const { rows } = await sql<AlarmRow>`SELECT * FROM alarm
      WHERE raised_at >= ${fromMs} AND raised_at <= ${before} AND (raised_at < ${before} OR id < ${beforeId})
        AND ${owed ? sql`settled_at IS NULL` : sql`1`}
      ORDER BY raised_at DESC, id DESC LIMIT ${PORTION}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.filter(
      (row) =>
        (classes.length === 0 || classes.includes(row.class as AlarmClass)) &&
        (status === 'any' || status === statusOf(row)),
    );
    before = last.raised_at;
    beforeId = last.id;
    await new Promise(setImmediate);
  }
}

function statusOf(row: AlarmRow): AlarmFilter['status'] {
  if (row.settled_at !== null) return 'settled';
  return row.ack_at === null ? 'active' : 'acknowledged';
}
