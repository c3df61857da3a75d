import { likeness } from '../search/tokens.ts';
import type { Outcome } from './intake.ts';
import type { Words } from './nearby.ts';
import type { Instruction } from './types.ts';

/** What is known of the call that similar ones are looked for. */
export type SimilarTo = { words: Words; categoryNo: number | null; gridNo: string | null };

const TEXT = 0.6;
const PLACE = 0.4;
const SAME_CATEGORY = 0.1;
const SAME_GRID = 0.1;
/** Below this two calls have no more in common than any two calls. */
export const ALIKE = 0.3;

/** How alike a past instruction is: words, place, and a little for the same category and grid. */
export function similarity(to: SimilarTo, past: Pick<Instruction, 'categoryNo' | 'gridNo'>, words: Words) {
  // What is not typed yet says nothing: its weight goes to what is.
  const total = (to.words.text.size > 0 ? TEXT : 0) + (to.words.place.size > 0 ? PLACE : 0);
  if (total === 0) return { likeness: 0, score: 0 };
  const alike =
    (likeness(to.words.text, words.text) * TEXT + likeness(to.words.place, words.place) * PLACE) / total;
  const bonus =
    (to.categoryNo !== null && to.categoryNo === past.categoryNo ? SAME_CATEGORY : 0) +
    (to.gridNo !== null && to.gridNo === past.gridNo ? SAME_GRID : 0);
  return { likeness: alike, score: alike + bonus };
}

/** How an instruction ended; null while nothing of it can be learned, and for what was taken back or linked. */
export function outcomeOf(i: Instruction): Outcome | null {
  if (i.state === 'voided' || i.duplicateOf !== null) return null;
  if (i.disposition) {
    const { text, code } = i.disposition;
    return { kind: 'resolved', text: [code, text].filter(Boolean).join('：') };
  }
  if (i.transfer) return { kind: 'transferred', text: i.transfer.to };
  if (i.declined) return { kind: 'declined', text: i.declined.text };
  return null;
}
