import type { Phrase, PhraseField } from './types.ts';

/** Fewer letters are the beginning of anything. */
const LETTERS = 2;
const LONGEST_WORD = 12;
const OFFERED = 8;

/** The latin letters right before the caret, by which a phrase may be meant; empty when there are too few. */
export function initialsBefore(text: string, caret: number): string {
  const before = text.slice(Math.max(0, caret - LONGEST_WORD - 1), caret);
  const word = /[a-z]+$/i.exec(before)?.[0] ?? '';
  return word.length >= LETTERS && word.length <= LONGEST_WORD ? word.toLowerCase() : '';
}

/** The phrases of a field whose pinyin initials begin with what was typed, in the order of the list. */
export function phrasesFor(phrases: readonly Phrase[], field: PhraseField, typed: string): Phrase[] {
  if (typed === '') return [];
  return phrases
    .filter((p) => p.active && p.field === field && p.initials.startsWith(typed))
    .sort((a, b) => a.position - b.position)
    .slice(0, OFFERED);
}
