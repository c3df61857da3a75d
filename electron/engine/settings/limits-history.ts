import { type Kysely, sql } from 'kysely';
import type { LimitsEntry } from '../../../shared/contract/settings.ts';
import { limitsSchema } from '../../../shared/settings/types.ts';
import type { Database } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';

/** Every setting of the limits with who set it, the one that takes effect last first. */
export async function limitsHistory(db: Kysely<Database>): Promise<LimitsEntry[]> {
  const rows = await db
    .selectFrom('setting')
    .select(['id', 'value', 'effective_from', 'recorded_at'])
    .where('kind', '=', 'limits')
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const names = await peopleNames(db);
  const actors = await actorsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    effectiveFromMs: row.effective_from,
    recordedAtMs: row.recorded_at,
    byName: names.get(actors.get(row.id) ?? '') ?? '',
    limits: limitsSchema.parse(JSON.parse(row.value)),
  }));
}

/** Who set them stands in the audit chain alone. The action is a literal, so that its own small index serves. */
async function actorsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('audit_event')
    .select(['entity_id', 'actor_id'])
    .where(sql<boolean>`action = 'settings.setLimits'`)
    .where('entity_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.entity_id, row.actor_id]));
}
