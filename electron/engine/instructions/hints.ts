import type { Kysely } from 'kysely';
import { guessCategory } from '../../../shared/instructions/category-guess.ts';
import { type IntakeHints, type Nearby, nearbyOf } from '../../../shared/instructions/intake.ts';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import {
  DUPLICATE_SPAN_MS,
  sameCaller,
  sameEvent,
  samePlace,
  wordsOf,
} from '../../../shared/instructions/nearby.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Database } from '../db/schema.ts';
import { withKey } from '../search/index.ts';
import { callerKey, phoneKey } from './finding.ts';
import { placeHints } from './places.ts';
import { recordsOf, similarTo } from './similar.ts';

export type IntakeDraft = { place: string; text: string; caller: string; phone: string };

const SHOWN = 5;
/** The worst night has some dozens in twelve hours; beyond this the newest are compared. */
const RECENT = 300;
/** What has ended is rarely what somebody calls about now. */
const ENDED = 0.6;
/** A busy shop may call often: of so many, those that are the same caller are kept. */
const BY_KEY = 30;

/**
 * What the desk knows about a call while it is typed (篇三 四(一)). It reads the last hours, the places named last, and what the
 * index points to: never the whole record.
 */
export async function intakeHints(
  db: Kysely<Database>,
  draft: IntakeDraft,
  nowMs: number,
): Promise<IntakeHints> {
  const words = wordsOf(draft);
  const categories = await db.selectFrom('category').select(['no', 'text', 'short']).orderBy('no').execute();
  const category = guessCategory(draft.text, categories);
  const places = await placeHints(db, draft.place);
  const exact = places.find((p) => p.kind === 'place' && p.place === draft.place.trim());
  return {
    places,
    category,
    duplicates: await duplicates(db, draft, nowMs),
    sameCaller: await earlierCalls(db, draft),
    similar: await similarTo(db, {
      words,
      categoryNo: category?.no ?? null,
      gridNo: exact?.gridNo ?? null,
    }),
  };
}

async function duplicates(db: Kysely<Database>, draft: IntakeDraft, nowMs: number): Promise<Nearby[]> {
  const words = wordsOf(draft);
  if (words.place.size === 0 && words.text.size === 0) return [];
  const rows = await db
    .selectFrom('instruction')
    .select('record')
    .where('received_at', '>=', nowMs - DUPLICATE_SPAN_MS)
    .where('state', '<>', 'voided')
    .where('duplicate_of', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(RECENT)
    .execute();
  return rows
    .map((row) => readRecord(row.record))
    .map((i) => ({ i, likely: sameEvent(words, wordsOf(i)) * (isOpen(i.state) ? 1 : ENDED) }))
    .filter(({ likely }) => likely > 0)
    .sort((a, b) => b.likely - a.likely || b.i.receivedAtMs - a.i.receivedAtMs)
    .slice(0, SHOWN)
    .map(({ i }) => nearbyOf(i));
}

async function earlierCalls(db: Kysely<Database>, draft: IntakeDraft): Promise<Nearby[]> {
  const { place } = wordsOf({ place: draft.place, text: '' });
  const number = phoneKey(draft.phone);
  const name = callerKey(draft.caller);
  const ids = [
    ...(number === null ? [] : await withKey(db, 'instruction', number, new Set(), BY_KEY)),
    ...(name === null || place.size === 0 ? [] : await withKey(db, 'instruction', name, place, BY_KEY)),
  ];
  const found = await recordsOf(db, [...new Set(ids)]);
  return found
    .filter((i) => i.state !== 'voided' && sameCaller({ ...draft, place }, i))
    .map((i) => ({ i, here: samePlace(draft.place, i.place) }))
    .sort((a, b) => Number(b.here) - Number(a.here) || newestFirst(a.i, b.i))
    .slice(0, SHOWN)
    .map(({ i }) => i)
    .map(nearbyOf);
}

const newestFirst = (a: Instruction, b: Instruction) =>
  b.receivedAtMs - a.receivedAtMs || b.number.localeCompare(a.number);
