import { type Kysely, sql } from 'kysely';
import type { PlaceHint } from '../../../shared/instructions/intake.ts';
import { searchQuery } from '../../../shared/search/tokens.ts';
import type { Database, GridRow, KnownPlaceRow } from '../db/schema.ts';
import { newestMatching } from '../search/index.ts';
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

/** Of the places named last, so many are looked through for what was typed, wherever in the name it stands. */
const LATEST = 8_000;
/** Of those that begin with it, and of the records whose words hold it, so many: older places than these. */
const MORE = 300;

/** Those that begin with it first, then the most used, then the latest; its cost does not grow with the number of places. */
async function knownPlaces(db: Kysely<Database>, typed: string): Promise<KnownPlaceRow[]> {
  const latin = typed.toLowerCase();
  const byInitials = LATIN.test(latin) && latin.length >= 2;
  const at = byInitials
    ? sql`min(iif(instr(initials, ${latin}) > 0, instr(initials, ${latin}), 9999),
        iif(instr(lower(place), ${latin}) > 0, instr(lower(place), ${latin}), 9999))`
    : sql`iif(instr(place, ${typed}) > 0, instr(place, ${typed}), 9999)`;
  const named = await namedInRecords(db, typed);
  const found = await sql<KnownPlaceRow>`
    SELECT place, initials, zone, grid_no, uses, last_at FROM (
      SELECT *, ${at} AS at FROM (
        SELECT * FROM (SELECT * FROM known_place ORDER BY last_at DESC LIMIT ${LATEST})
        UNION SELECT * FROM (SELECT * FROM known_place
          WHERE place >= ${typed} AND place < ${typed + LAST} LIMIT ${MORE})
        UNION SELECT * FROM (SELECT * FROM known_place
          WHERE initials >= ${latin} AND initials < ${latin + LAST} LIMIT ${byInitials ? MORE : 0})
        UNION SELECT * FROM known_place WHERE place IN (SELECT value FROM json_each(${JSON.stringify(named)}))))
    WHERE at < 9999 AND place <> ${typed}
    ORDER BY at = 1 DESC, uses DESC, last_at DESC LIMIT ${PLACES}`.execute(db);
  const same = await db.selectFrom('known_place').selectAll().where('place', '=', typed).executeTakeFirst();
  return same ? [same, ...found.rows.slice(0, PLACES - 1)] : found.rows;
}

/** After every text that begins as the one before it. */
const LAST = '\u{10FFFF}';

/** Places of the newest records whose words hold what was typed; one character alone says too little. */
async function namedInRecords(db: Kysely<Database>, typed: string): Promise<string[]> {
  const match = [...typed].length < 2 ? null : searchQuery(typed);
  if (match === null) return [];
  const ids = await newestMatching(db, 'instruction', `content : (${match})`, MORE);
  const { rows } = await sql<{ place: string }>`SELECT DISTINCT record ->> '$.place' AS place FROM instruction
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return rows.map((row) => row.place);
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
