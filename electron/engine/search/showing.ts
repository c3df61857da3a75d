import type { FoundField, Hit } from '../../../shared/search/find.ts';
import { compared, cut, holds, type Marked, mark, markIn, withMarks } from '../../../shared/search/marks.ts';
import { nameInitials, namesIn } from './names.ts';

/** A hit without its place in the list. */
export type Body = Omit<Hit, 'atMs'>;

const empty: Marked = { text: '', marks: [] };
/** What a hit has when its kind says nothing of it. */
export const blank = {
  place: empty,
  who: empty,
  phone: empty,
  by: empty,
  dutyDay: null,
  itemId: null,
} as const;

/** Characters of the text of a hit: two lines of the list. */
const SHOWN = 110;

/** A short field whole, with its marks. */
export const shown = (text: string, runs: readonly string[]): Marked => mark(text, runs);

/** A field that holds names: letters typed mark the characters whose initials they are. */
export function shownName(text: string, runs: readonly string[]): Marked {
  const letters = runs.filter((run) => /^[a-z]+$/.test(run));
  const marked = mark(text, runs);
  if (letters.length === 0) return marked;
  const more = namesIn(text).flatMap((name) => {
    const at = text.indexOf(name);
    return nameInitials(name).flatMap((initials) =>
      letters.flatMap((run): [number, number][] => {
        const found = initials.indexOf(run);
        return found === -1 ? [] : [[at + found, at + found + run.length]];
      }),
    );
  });
  return withMarks(marked, more);
}

/** The field that holds most of the words, the first of them where several do, cut around the first word in it. */
export function shownText(
  fields: readonly [FoundField, string][],
  runs: readonly string[],
): { field: FoundField; text: Marked } {
  const [first] = fields;
  let best = { field: first?.[0] ?? 'text', text: compared(first?.[1] ?? ''), hits: 0 };
  for (const [field, text] of fields) {
    const ready = compared(text);
    const hits = runs.filter((run) => holds(ready, run)).length;
    if (hits > best.hits) best = { field, text: ready, hits };
    if (hits === runs.length) break;
  }
  return { field: best.field, text: cut(markIn(best.text, runs), SHOWN) };
}
