import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';

/** The duty day on which each entry was written, by the entry's id: where the log's page shows it. */
export async function dutyDaysOf(
  db: Kysely<Database>,
  entryIds: readonly string[],
): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('log_entry as e')
    .innerJoin('shift as s', 's.id', 'e.shift_id')
    .select(['e.id', 's.duty_day'])
    // As one parameter: an alarm list is longer than a statement takes parameters.
    .where('e.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(entryIds)}))`)
    .execute();
  return new Map(rows.map((r) => [r.id, r.duty_day]));
}
