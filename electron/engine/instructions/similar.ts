import { type Kysely, sql } from 'kysely';
import { nearbyOf, type Similar } from '../../../shared/instructions/intake.ts';
import { type Words, wordsOf } from '../../../shared/instructions/nearby.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import { ALIKE, outcomeOf, type SimilarTo, similarity } from '../../../shared/instructions/similar.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import { likeDocs } from '../search/like.ts';
import { getInstruction } from './store.ts';

const SHOWN = 3;
/** So many are read and compared whole; the index has put the likely ones among them. */
const READ = 40;

/** Records by id, in no order. */
export async function recordsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Instruction[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ record: string }>`
    SELECT record FROM instruction WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(
    db,
  );
  return rows.map((row) => readRecord(row.record));
}

/** The place first: it is the shorter and says more. */
const pairsOf = (words: Words) => new Set([...words.place, ...words.text]);

/** The three past instructions most like a call, with who handled them, how, and how long it took. */
export async function similarTo(
  db: Kysely<Database>,
  to: SimilarTo,
  besides: (i: Instruction) => boolean = () => true,
): Promise<Similar[]> {
  const pairs = pairsOf(to.words);
  if (pairs.size === 0) return [];
  const candidates = await recordsOf(db, await likeDocs(db, 'instruction', pairs, READ));
  return candidates
    .flatMap((past) => {
      const outcome = outcomeOf(past);
      if (outcome === null || !besides(past)) return [];
      const { likeness, score } = similarity(to, past, wordsOf(past));
      return likeness < ALIKE ? [] : [{ past, outcome, likeness, score }];
    })
    .sort((a, b) => b.score - a.score || b.past.receivedAtMs - a.past.receivedAtMs)
    .slice(0, SHOWN)
    .map(({ past, outcome, likeness }) => ({
      ...nearbyOf(past),
      teams: [...new Set(past.dispatches.filter((d) => !d.recalled).map((d) => d.to.name))],
      outcome,
      tookMs: past.closedAtMs === null ? null : past.closedAtMs - past.receivedAtMs,
      likeness,
    }));
}

/** The same for an instruction on record: those before it, without itself and what is linked with it. */
export async function similarBefore(db: Kysely<Database>, id: string): Promise<Similar[]> {
  const i = await getInstruction(db, id);
  const to = { words: wordsOf(i), categoryNo: i.categoryNo, gridNo: i.gridNo };
  return similarTo(
    db,
    to,
    (past) => past.id !== i.id && past.id !== i.duplicateOf && past.receivedAtMs < i.receivedAtMs,
  );
}
