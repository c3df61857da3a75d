import { type Kysely, sql } from 'kysely';
import type { Passage, Trail } from '../../../shared/handover/sections.ts';
import type { Database } from '../db/schema.ts';

type Row = Omit<Passage, 'decision'> & { subjectId: string; decision: Passage['decision'] | null };

/** The handovers that each of these things has gone through, oldest first. */
export async function passagesOf(
  db: Kysely<Database>,
  subjectIds: readonly string[],
): Promise<Map<string, Passage[]>> {
  const { rows } = await sql<Row>`
    SELECT i.subject_id AS subjectId, i.decision, i.reason, h.number, h.signed_at AS signedAtMs, coalesce(p.name, '') AS incomingLead
    FROM handover_item i JOIN handover h ON h.id = i.handover_id
    LEFT JOIN signature s ON s.handover_id = h.id AND s.side = 'incoming' LEFT JOIN person p ON p.id = s.person_id
    WHERE i.subject_id IN (SELECT value FROM json_each(${JSON.stringify(subjectIds)})) AND h.signed_at IS NOT NULL
    ORDER BY h.signed_at, i.position`.execute(db);
  const passages = new Map<string, Passage[]>();
  for (const { subjectId, decision, ...rest } of rows) {
    if (decision === null) continue;
    passages.set(subjectId, [...(passages.get(subjectId) ?? []), { ...rest, decision }]);
  }
  return passages;
}

/** The trail of each thing by its id: since when it is open, and its way over the desk. */
export async function trailsOf(
  db: Kysely<Database>,
  since: ReadonlyMap<string, number>,
): Promise<Map<string, Trail>> {
  const passages = await passagesOf(db, [...since.keys()]);
  return new Map([...since].map(([id, sinceMs]) => [id, { sinceMs, passages: passages.get(id) ?? [] }]));
}
