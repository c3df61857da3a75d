import { type Kysely, sql } from 'kysely';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { searchQuery } from '../../../shared/search/tokens.ts';
import type { Database } from '../db/schema.ts';
import { newestMatching } from '../search/index.ts';
import { initialsOf } from '../search/initials.ts';

/** Of those that name a place, so many are looked through for the latest. */
const LOOKED_THROUGH = 100;

/** One more record names a place; zone and grid are those of the latest record there, in whatever order they come. */
export async function addPlace(db: Kysely<Database>, i: Instruction): Promise<void> {
  await sql`INSERT INTO known_place (place, initials, zone, grid_no, uses, last_at)
    VALUES (${i.place}, ${initialsOf(i.place)}, ${i.zone}, ${i.gridNo}, 1, ${i.receivedAtMs})
    ON CONFLICT (place) DO UPDATE SET uses = uses + 1,
      zone = iif(excluded.last_at >= last_at, excluded.zone, zone),
      grid_no = iif(excluded.last_at >= last_at, excluded.grid_no, grid_no),
      last_at = max(excluded.last_at, last_at)`.execute(db);
}

/** The place, zone or grid of a record was corrected: what was wrong is offered no more. */
export async function correctPlace(
  db: Kysely<Database>,
  before: Instruction,
  after: Instruction,
): Promise<void> {
  if (before.place !== after.place) {
    await dropPlace(db, before);
    await addPlace(db, after);
  } else if (before.zone !== after.zone || before.gridNo !== after.gridNo) {
    await db
      .updateTable('known_place')
      .set({ zone: after.zone, grid_no: after.gridNo })
      .where('place', '=', after.place)
      .where('last_at', '<=', after.receivedAtMs)
      .execute();
  }
}

async function dropPlace(db: Kysely<Database>, i: Instruction): Promise<void> {
  const known = await db
    .selectFrom('known_place')
    .selectAll()
    .where('place', '=', i.place)
    .executeTakeFirst();
  if (!known) return;
  if (known.uses <= 1) {
    await db.deleteFrom('known_place').where('place', '=', i.place).execute();
    return;
  }
  const latest = known.last_at <= i.receivedAtMs ? await latestAt(db, i) : undefined;
  await db
    .updateTable('known_place')
    .set({ ...latest, uses: known.uses - 1 })
    .where('place', '=', i.place)
    .execute();
}

/** What the latest other record with this place says of it. */
async function latestAt(
  db: Kysely<Database>,
  i: Instruction,
): Promise<{ zone: Instruction['zone']; grid_no: string | null; last_at: number } | undefined> {
  const match = searchQuery(i.place);
  if (match === null) return undefined;
  const ids = await newestMatching(db, 'instruction', `content : (${match})`, LOOKED_THROUGH);
  const { rows } = await sql<{ zone: Instruction['zone']; grid_no: string | null; last_at: number }>`
    SELECT record ->> '$.zone' AS zone, record ->> '$.gridNo' AS grid_no, received_at AS last_at FROM instruction
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND id <> ${i.id} AND record ->> '$.place' = ${i.place}
    ORDER BY received_at DESC, number DESC LIMIT 1`.execute(db);
  return rows[0];
}
