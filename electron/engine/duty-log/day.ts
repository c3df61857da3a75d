import type { Kysely } from 'kysely';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { notFound } from '../../../shared/errors.ts';
import { dutyDayOf, dutyDaySpan } from '../../../shared/time/duty-day.ts';
import type { Database } from '../db/schema.ts';
import { siteAt } from '../settings/store.ts';
import { instructionLinesOf } from './instruction-lines.ts';
import { entriesOf } from './store.ts';

/** The duty day whose shift an entry belongs to; `notFound` when there is no such entry. */
async function dayOfEntry(db: Kysely<Database>, entryId: string): Promise<string> {
  const row = await db
    .selectFrom('log_entry')
    .innerJoin('shift', 'shift.id', 'log_entry.shift_id')
    .select('shift.duty_day')
    .where('log_entry.id', '=', entryId)
    .executeTakeFirst();
  if (!row) throw notFound('logEntry');
  return row.duty_day;
}

async function presentDay(db: Kysely<Database>): Promise<string | undefined> {
  const held = await db
    .selectFrom('shift')
    .select('duty_day')
    .where('status', '=', 'holding')
    .executeTakeFirst();
  return held?.duty_day;
}

/** Everything recorded by the shifts of a duty day: the one named, else that of the entry, else the present one. */
export async function logDay(
  db: Kysely<Database>,
  nowMs: number,
  asked: { dutyDay?: string; entryId?: string },
): Promise<LogDay> {
  const site = await siteAt(db, nowMs);
  const ofEntry = asked.entryId === undefined ? undefined : await dayOfEntry(db, asked.entryId);
  const dutyDay = asked.dutyDay ?? ofEntry ?? (await presentDay(db)) ?? dutyDayOf(nowMs, site);
  const shifts = await db
    .selectFrom('shift')
    .leftJoin('shift_member', (join) =>
      join.onRef('shift_member.shift_id', '=', 'shift.id').on('duty', '=', 'shiftLead'),
    )
    .leftJoin('person', 'person.id', 'shift_member.person_id')
    .select(['shift.id', 'taken_at', 'relieved_at', 'person.name as lead'])
    .where('duty_day', '=', dutyDay)
    .where('taken_at', 'is not', null)
    .orderBy('taken_at')
    .execute();
  const ids = shifts.map((s) => s.id);
  return {
    dutyDay,
    ...dutyDaySpan(dutyDay, site),
    entries: await entriesOf(db, ids),
    instructionLines: await instructionLinesOf(db, ids),
    shifts: shifts.map((s) => ({
      id: s.id,
      lead: s.lead ?? '',
      takenAtMs: s.taken_at,
      relievedAtMs: s.relieved_at,
    })),
  };
}
