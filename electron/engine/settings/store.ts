import type { Kysely } from 'kysely';
import type { Category, Grid, Unit } from '../../../shared/people/types.ts';
import {
  defaultLimits,
  type Limits,
  limitsSchema,
  type Site,
  siteSchema,
} from '../../../shared/settings/types.ts';
import type { Database } from '../db/schema.ts';

const unnamedSite: Site = siteSchema.parse({ name: '—', deskName: '—' });

async function inForce(db: Kysely<Database>, kind: 'site' | 'limits', atMs: number) {
  return db
    .selectFrom('setting')
    .select(['value', 'effective_from'])
    .where('kind', '=', kind)
    .where('effective_from', '<=', atMs)
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The site as it was in force at an instant. */
export async function siteAt(db: Kysely<Database>, atMs: number): Promise<Site> {
  const row = await inForce(db, 'site', atMs);
  return row ? siteSchema.parse(JSON.parse(row.value)) : unnamedSite;
}

/** The limits in force at an instant, and since when. */
export async function limitsAt(
  db: Kysely<Database>,
  atMs: number,
): Promise<{ limits: Limits; sinceMs: number }> {
  const row = await inForce(db, 'limits', atMs);
  return row
    ? { limits: limitsSchema.parse(JSON.parse(row.value)), sinceMs: row.effective_from }
    : { limits: defaultLimits, sinceMs: 0 };
}

export const listUnits = (db: Kysely<Database>): Promise<Unit[]> =>
  db.selectFrom('unit').select(['id', 'name', 'head', 'phone']).orderBy('id').execute();

export const listGrids = (db: Kysely<Database>): Promise<Grid[]> =>
  db.selectFrom('grid').selectAll().orderBy('no').execute();

export async function listCategories(db: Kysely<Database>): Promise<Category[]> {
  const rows = await db.selectFrom('category').selectAll().orderBy('no').execute();
  return rows.map((r) => ({
    no: r.no,
    text: r.text,
    short: r.short,
    unitId: r.unit_id,
    groupId: r.group_id,
  }));
}
