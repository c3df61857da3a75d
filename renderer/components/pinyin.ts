import { pinyin } from 'pinyin-pro';

type Spelled = { full: string; initials: string };
const known = new Map<string, Spelled>();

/** How a word is typed in letters: its full pinyin, its initials; lower case. */
function spelled(word: string): Spelled {
  const found = known.get(word);
  if (found !== undefined) return found;
  const syllables = pinyin(word, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const made = {
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((s) => s.charAt(0))
      .join('')
      .toLowerCase(),
  };
  known.set(word, made);
  return made;
}

/** Everything a word can be found by: itself, its full pinyin, its initials; lower case. */
function searchable(word: string): string {
  const { full, initials } = spelled(word);
  return `${word.toLowerCase()} ${full} ${initials}`;
}

/** Whether a word is meant by what was typed: characters, pinyin or initials. */
export const matchesPinyin = (word: string, typed: string): boolean =>
  searchable(word).includes(typed.trim().toLowerCase());

/**
 * The name that letters alone stand for: the first whose initials they are, else the first that they begin. Anything but
 * Latin letters, and letters that fit nobody, stay as typed.
 */
export function nameMeant(names: readonly string[], typed: string): string {
  const letters = typed.trim().toLowerCase();
  if (!/^[a-z]+$/.test(letters) || names.some((n) => n.toLowerCase() === letters)) return typed;
  return (
    names.find((n) => spelled(n).initials === letters) ??
    names.find((n) => spelled(n).initials.startsWith(letters)) ??
    names.find((n) => spelled(n).full.startsWith(letters)) ??
    typed
  );
}
