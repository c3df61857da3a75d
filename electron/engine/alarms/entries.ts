import { type Kysely, sql } from 'kysely';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import type { AlarmRow, Database } from '../db/schema.ts';
import { dutyDaysOf } from '../duty-log/duty-days.ts';

/** The log entry that each of these alarms is about, by the alarm's subject: papers themselves, follow-ups by their entry. */
export async function entriesOfAlarms(
  db: Kysely<Database>,
  rows: readonly Pick<AlarmRow, 'class' | 'subject_id' | 'instruction_id'>[],
): Promise<Map<string, NonNullable<Alarm['entry']>>> {
  const subjects = (alarmClass: string) =>
    rows.filter((r) => r.class === alarmClass && r.instruction_id === null).map((r) => r.subject_id);
  const entryIds = new Map(subjects('urgentPaperDue').map((id) => [id, id]));
  const followUps = subjects('followUpDue');
  if (followUps.length > 0) {
    const sources = await db
      .selectFrom('follow_up')
      .select(['id', 'source_id'])
      .where('source', '=', 'log')
      .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(followUps)}))`)
      .execute();
    for (const row of sources) entryIds.set(row.id, row.source_id);
  }
  const days = await dutyDaysOf(db, [...new Set(entryIds.values())]);
  return new Map(
    [...entryIds].flatMap(([subject, id]) => {
      const dutyDay = days.get(id);
      return dutyDay === undefined ? [] : [[subject, { id, dutyDay }]];
    }),
  );
}
