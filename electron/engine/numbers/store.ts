import type { Kysely } from 'kysely';
import { invalid } from '../../../shared/errors.ts';
import type { NumberBlock, ReservedNumber } from '../../../shared/numbers/types.ts';
import type { Database, NumberBlockRow } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { numberText } from './series.ts';

const numbersOf = (block: Pick<NumberBlockRow, 'year' | 'first' | 'last'>): string[] =>
  Array.from({ length: block.last - block.first + 1 }, (_, n) => numberText(block.year, block.first + n));

/** The block a number was reserved in; undefined when it was not. */
export async function blockOf(db: Kysely<Database>, number: string): Promise<NumberBlockRow | undefined> {
  const [year = '', digits = ''] = number.split('-');
  const n = Number(digits);
  if (!Number.isInteger(n) || numberText(year, n) !== number) return undefined;
  return db
    .selectFrom('number_block')
    .selectAll()
    .where('year', '=', year)
    .where('first', '<=', n)
    .where('last', '>=', n)
    .executeTakeFirst();
}

/** A number may be entered or declared spoiled only while its form is out (`invalid` at `number`). */
export async function requireOnPaper(db: Kysely<Database>, number: string): Promise<void> {
  if (!(await blockOf(db, number))) throw invalid('number', 'notReserved');
  const used = await db
    .selectFrom('instruction')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  if (used) throw invalid('number', 'alreadyEntered');
  const spoiled = await db
    .selectFrom('number_spoiled')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  if (spoiled) throw invalid('number', 'alreadySpoiled');
}

/** Every block with the fate of each of its numbers, newest first. */
export async function listBlocks(db: Kysely<Database>): Promise<NumberBlock[]> {
  const blocks = await db.selectFrom('number_block').selectAll().orderBy('reserved_at', 'desc').execute();
  const names = await peopleNames(db);
  return Promise.all(blocks.map((block) => withNumbers(db, block, names)));
}

/** One block as the contract shows it. */
export async function withNumbers(
  db: Kysely<Database>,
  block: NumberBlockRow,
  names: Map<string, string>,
): Promise<NumberBlock> {
  const numbers = numbersOf(block);
  const entered = await db
    .selectFrom('instruction')
    .select(['id', 'number'])
    .where('number', 'in', numbers)
    .execute();
  const spoiled = await db
    .selectFrom('number_spoiled')
    .selectAll()
    .where('block_id', '=', block.id)
    .execute();
  return {
    id: block.id,
    year: block.year,
    first: block.first,
    last: block.last,
    reason: block.reason,
    reservedAtMs: block.reserved_at,
    reservedBy: names.get(block.actor_id) ?? '',
    numbers: numbers.map((number): ReservedNumber => {
      const instructionId = entered.find((e) => e.number === number)?.id ?? null;
      const reason = spoiled.find((s) => s.number === number)?.reason;
      if (instructionId) return { number, state: 'entered', instructionId, reason: '' };
      return {
        number,
        state: reason === undefined ? 'onPaper' : 'spoiled',
        instructionId,
        reason: reason ?? '',
      };
    }),
  };
}
