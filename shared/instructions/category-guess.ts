import { emptyWords, saidRules } from './category-words.ts';
import type { CategoryGuess } from './intake.ts';

/** A category as the guess reads it: its own text says what belongs to it. */
export type GuessableCategory = { no: number; text: string; short: string };

/** A caller says what it is at the beginning; what follows beyond this is story. */
const READ_CHARS = 400;
const ENOUGH = 2;
const SAID = 3;
const SHORTEST = 2;
const LONGEST = 8;
const SHOWN = 3;

type Score = { no: number; points: number; because: string[] };

/** The category that the words point to, with the caller's words that did; null when they point nowhere or both ways. */
export function guessCategory(text: string, categories: readonly GuessableCategory[]): CategoryGuess | null {
  const said = text.normalize('NFKC').slice(0, READ_CHARS);
  const [best, next] = categories.map((c) => scoreOf(said, c)).sort((a, b) => b.points - a.points);
  if (!best || best.points < ENOUGH || best.points === next?.points) return null;
  return { no: best.no, because: best.because.slice(0, SHOWN) };
}

function scoreOf(said: string, category: GuessableCategory): Score {
  const own = `${category.text}\n${category.short}`;
  const spoken = saidRules
    .filter((rule) => rule.means.some((word) => own.includes(word)))
    .map((rule) => longestOnly(rule.said.filter((word) => said.includes(word))))
    .filter((words) => words.length > 0);
  const literal = commonWords(said, own).filter((word) => !spoken.flat().some((s) => s.includes(word)));
  return {
    no: category.no,
    points:
      spoken.reduce((sum, words) => sum + SAID + words.length - 1, 0) +
      literal.reduce((sum, word) => sum + Math.min(SAID, word.length - 1), 0),
    because: longestOnly(spoken.length > 0 ? spoken.flat() : literal),
  };
}

/** Without words that are part of another: 广告牌 says no more beside 户外广告牌. */
const longestOnly = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => !words.some((other) => other !== word && other.includes(word)));

/** The longest runs of Chinese that stand in both texts. */
function commonWords(said: string, own: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < said.length; from += 1) {
    let length = 0;
    while (
      length < LONGEST &&
      from + length < said.length &&
      own.includes(said.slice(from, from + length + 1))
    )
      length += 1;
    const word = said.slice(from, from + length);
    if (length < SHORTEST || !/^\p{Script=Han}+$/u.test(word)) continue;
    if (!emptyWords.has(word)) found.push(word);
    from += length - 1;
  }
  return [...new Set(found)];
}
