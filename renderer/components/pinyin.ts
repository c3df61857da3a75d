import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** Everything a word can be found by: itself, its full pinyin, its initials; lower case. */
function searchable(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const syllables = pinyin(word, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const initials = syllables.map((s) => s.charAt(0)).join('');
  const all = `${word} ${syllables.join('')} ${initials}`.toLowerCase();
  known.set(word, all);
  return all;
}

/** Whether a word is meant by what was typed: characters, pinyin or initials. */
export const matchesPinyin = (word: string, typed: string): boolean =>
  searchable(word).includes(typed.trim().toLowerCase());
