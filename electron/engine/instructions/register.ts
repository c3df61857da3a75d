import type { Kysely } from 'kysely';
import type { Register, RegisterCorrection, RegisterRow } from '../../../shared/contract/instructions.ts';
import { conflict } from '../../../shared/errors.ts';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import type { ActionInput, Instruction, Resolved } from '../../../shared/instructions/types.ts';
import { zoneWords } from '../../../shared/papers/words.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { listCategories, listGrids, siteAt } from '../settings/store.ts';
import { linkedTo } from './linked.ts';
import { filteredNumbers, inPortions } from './list.ts';
import { writtenTime } from './register-time.ts';
import { registerTitle } from './register-title.ts';

/** One paper holds this many instructions; a year is printed month by month. */
const MOST_ROWS = 2000;

/** The 110 register (110联动登记表) of a filter, oldest first; `conflict: tooManyRows` when one paper cannot hold it. */
export async function register(context: Context, filter: InstructionFilter): Promise<Register> {
  const { db, nowMs } = context;
  const numbers = await filteredNumbers(db, filter, nowMs);
  const total = numbers.length;
  if (total > MOST_ROWS) throw conflict('tooManyRows', String(total));
  const site = await siteAt(db, nowMs);
  const rows: RegisterRow[] = [];
  for await (const portion of registerRows(db, numbers, nowMs)) rows.push(...portion);
  return {
    siteName: site.name,
    deskName: site.deskName,
    timeZone: site.timeZone,
    title: await registerTitle(db, filter),
    printedAtMs: nowMs,
    rows,
    total,
  };
}

/** The rows of the register for these instructions, oldest first, in portions. */
export async function* registerRows(
  db: Kysely<Database>,
  numbers: readonly string[],
  nowMs: number,
): AsyncGenerator<RegisterRow[]> {
  const { timeZone } = await siteAt(db, nowMs);
  const names = await peopleNames(db);
  const categories = new Map((await listCategories(db)).map((c) => [c.no, c.short]));
  const grids = new Map((await listGrids(db)).map((g) => [g.no, g.name]));
  for await (const portion of inPortions(db, numbers)) {
    const ids = portion.map((i) => i.id);
    const duplicates = await linkedTo(db, ids);
    const originals = await numbersOf(db, portion);
    const corrections = await correctionsOf(db, ids, { names, categories, time: writtenTime(timeZone) });
    yield portion.map((i) => ({
      ...i,
      receivedByName: names.get(i.receivedBy) ?? '',
      categoryName: i.categoryNo === null ? '' : (categories.get(i.categoryNo) ?? ''),
      gridName: i.gridNo === null ? '' : (grids.get(i.gridNo) ?? ''),
      originalNumber: i.duplicateOf === null ? null : (originals.get(i.duplicateOf) ?? ''),
      duplicates: duplicates.get(i.id) ?? [],
      corrections: corrections.get(i.id) ?? [],
    }));
  }
}

async function numbersOf(db: Kysely<Database>, portion: Instruction[]): Promise<Map<string, string>> {
  const ids = [...new Set(portion.flatMap((i) => i.duplicateOf ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('instruction').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map((r) => [r.id, r.number]));
}

type Words = { names: Map<string, string>; categories: Map<number, string>; time: (ms: number) => string };

async function correctionsOf(
  db: Kysely<Database>,
  ids: string[],
  words: Words,
): Promise<Map<string, RegisterCorrection[]>> {
  const rows = await db
    .selectFrom('instruction_event')
    .select(['instruction_id', 'input', 'resolved', 'actor_id', 'recorded_at'])
    .where('action', '=', 'correct')
    .where('instruction_id', 'in', ids)
    .orderBy('recorded_at')
    .execute();
  const byInstruction = new Map<string, RegisterCorrection[]>();
  for (const row of rows) {
    const input = JSON.parse(row.input) as ActionInput<'correct'>;
    const { before = '' } = JSON.parse(row.resolved) as Resolved;
    const correction: RegisterCorrection = {
      field: input.field,
      before: inWords(input.field, before, words),
      after: inWords(input.field, input.zone ?? input.timeMs?.toString() ?? input.text, words),
      reason: input.reason,
      atMs: row.recorded_at,
      byName: row.actor_id === null ? '' : (words.names.get(row.actor_id) ?? ''),
    };
    byInstruction.set(row.instruction_id, [...(byInstruction.get(row.instruction_id) ?? []), correction]);
  }
  return byInstruction;
}

/** A corrected value as it was stored, in words. */
function inWords(field: RegisterCorrection['field'], value: string, words: Words): string {
  if (field === 'takenAt' || field === 'arrivedAt' || field === 'issuedAt')
    return value === '' ? '' : words.time(Number(value));
  if (field === 'category') return words.categories.get(Number(value)) ?? value;
  if (field === 'zone') return value === 'mainUrban' || value === 'other' ? zoneWords[value] : value;
  return value;
}
