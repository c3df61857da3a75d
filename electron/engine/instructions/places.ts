import { type Kysely, sql } from 'kysely';
import type { PlaceHint } from '../../../shared/instructions/intake.ts';
import type { Database, GridRow, KnownPlaceRow } from '../db/schema.ts';
import { initialsOf } from '../search/initials.ts';

const PLACES = 6;
const GRIDS = 3;
const LATIN = /^[a-z0-9]+$/;

/** Earlier places and grids that what was typed may mean: part of the name, or its pinyin initials (`xhjk`). */
export async function placeHints(db: Kysely<Database>, place: string): Promise<PlaceHint[]> {
  const typed = place.normalize('NFKC').trim();
  if (typed === '') return [];
  const [known, grids] = [await knownPlaces(db, typed), await db.selectFrom('grid').selectAll().execute()];
  return [
    ...known.map((p) => ({
      kind: 'place' as const,
      place: p.place,
      zone: p.zone,
      gridNo: p.grid_no,
      note: '',
      uses: p.uses,
    })),
    ...gridsNamed(grids, typed),
  ];
}

/** Those that begin with it first, then the most used, then the latest. */
async function knownPlaces(db: Kysely<Database>, typed: string): Promise<KnownPlaceRow[]> {
  const latin = typed.toLowerCase();
  const byInitials = LATIN.test(latin) && latin.length >= 2;
  const where = byInitials
    ? sql`instr(initials, ${latin}) > 0 OR instr(lower(place), ${latin}) > 0`
    : sql`instr(place, ${typed}) > 0`;
  const at = byInitials ? sql`instr(initials, ${latin})` : sql`instr(place, ${typed})`;
  const found = await sql<KnownPlaceRow>`
    SELECT * FROM known_place WHERE place <> ${typed} AND (${where})
    ORDER BY ${at} = 1 DESC, uses DESC, last_at DESC LIMIT ${PLACES}`.execute(db);
  const same = await db.selectFrom('known_place').selectAll().where('place', '=', typed).executeTakeFirst();
  return same ? [same, ...found.rows.slice(0, PLACES - 1)] : found.rows;
}

/** The word by which people call a grid: 和平 of 和平网格. */
const callName = (grid: GridRow) => grid.name.replace(/(第.{1,3})?网格$/, '');

/** Roads and places among the bounds: 潮音路 of 潮音路以东、望江路以北. */
const boundWords = (grid: GridRow) =>
  grid.bounds
    .split(/[、，,；;。\s]+/)
    .map((part) => part.replace(/(以[东南西北内外]|沿线|沿街|至.*|到.*)+$/, ''))
    .filter((word) => word.length >= 2);

function gridsNamed(grids: readonly GridRow[], typed: string): PlaceHint[] {
  const latin = typed.toLowerCase();
  const scored = grids.map((grid) => ({ grid, points: pointsOf(grid, typed, latin) }));
  return scored
    .filter((s) => s.points > 0)
    .sort((a, b) => b.points - a.points || a.grid.no.localeCompare(b.grid.no))
    .slice(0, GRIDS)
    .map(({ grid }) => ({
      kind: 'grid',
      place: grid.name,
      zone: grid.zone,
      gridNo: grid.no,
      note: grid.bounds,
      uses: 0,
    }));
}

/** By name before by bounds before by grid lead; a typed address may contain the name, or the name what was typed. */
function pointsOf(grid: GridRow, typed: string, latin: string): number {
  const name = callName(grid);
  if (LATIN.test(latin)) {
    if (grid.no.toLowerCase() === latin) return 4;
    return latin.length >= 2 && initialsOf(grid.name).startsWith(latin) ? 4 : 0;
  }
  if (grid.name.includes(typed) || (name.length >= 2 && typed.includes(name))) return 4;
  if (typed.length >= 2 && grid.bounds.includes(typed)) return 3;
  if (boundWords(grid).some((word) => typed.includes(word))) return 2;
  return typed.length >= 2 && grid.lead !== '' && typed.includes(grid.lead) ? 1 : 0;
}
