import type { Kysely } from 'kysely';
import type { NumberBlock, Reconciliation } from '../../../shared/numbers/types.ts';
import type { Database } from '../db/schema.ts';
import { numberSeries, numberText } from './series.ts';

/** So many numbers are counted together; only where something is missing are they read. */
const PORTION = 10_000;

/** How the numbers of every year add up: issued = instructions + spoiled + still on paper, and nothing else. */
export async function reconcile(
  db: Kysely<Database>,
  blocks: readonly NumberBlock[],
): Promise<Reconciliation[]> {
  const counters = await db.selectFrom('counter').selectAll().where('id', 'like', 'instruction:%').execute();
  const years: Reconciliation[] = [];
  for (const { id, value } of counters.sort((a, b) => b.id.localeCompare(a.id))) {
    years.push(await reconcileYear(db, id.slice(numberSeries('').length), value, blocks));
  }
  return years;
}

async function reconcileYear(
  db: Kysely<Database>,
  year: string,
  issued: number,
  blocks: readonly NumberBlock[],
): Promise<Reconciliation> {
  const reserved = blocks.filter((b) => b.year === year).flatMap((b) => b.numbers);
  const onPaper = reserved.filter((r) => r.state === 'onPaper').map((r) => r.number);
  const spoiled = reserved.filter((r) => r.state === 'spoiled').map((r) => r.number);
  const others = new Set([...onPaper, ...spoiled]);
  const gaps: string[] = [];
  for (let first = 1; first <= issued; first += PORTION) {
    gaps.push(...(await gapsIn(db, year, first, Math.min(issued, first + PORTION - 1), others)));
    await new Promise(setImmediate);
  }
  const { n } = await db
    .selectFrom('instruction')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('number', '>=', `${year}-`)
    .where('number', '<', `${year}.`)
    .executeTakeFirstOrThrow();
  return { year, issued, instructions: n, spoiled: spoiled.length, onPaper, gaps };
}

/** Numbers from `first` to `last` that are neither an instruction nor among `others`. */
async function gapsIn(
  db: Kysely<Database>,
  year: string,
  first: number,
  last: number,
  others: ReadonlySet<string>,
): Promise<string[]> {
  const [from, to] = [numberText(year, first), numberText(year, last)];
  const within = db.selectFrom('instruction').where('number', '>=', from).where('number', '<=', to);
  const { n } = await within.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const accounted = [...others].filter((number) => number >= from && number <= to).length;
  if (n + accounted === last - first + 1) return [];
  const known = new Set((await within.select('number').execute()).map((row) => row.number));
  return Array.from({ length: last - first + 1 }, (_, at) => numberText(year, first + at)).filter(
    (number) => !known.has(number) && !others.has(number),
  );
}
