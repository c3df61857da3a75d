import { pinyin } from 'pinyin-pro';

const TITLE = /(先生|女士|小姐|同志|师傅|老师|主任|经理|队长|组长|[局科处所]长?)$/u;

/** Chinese names in a field that holds a name, perhaps with a unit or a title beside it. */
export function namesIn(field: string): string[] {
  const runs = field.match(/\p{Script=Han}+/gu) ?? [];
  return runs.map((run) => run.replace(TITLE, '') || run).filter((run) => run.length >= 2 && run.length <= 4);
}

const KEPT = 5_000;
const known = new Map<string, readonly string[]>();

/** The letters a name is typed by, one per character: 裴小满 → pxm; 单 as a surname reads otherwise than as a word. */
export function nameInitials(name: string): readonly string[] {
  const found = known.get(name);
  if (found) return found;
  const read = (surname: 'head' | 'off') =>
    pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname }).join('').toLowerCase();
  const made = [...new Set([read('head'), read('off')])].filter((letters) => letters.length === name.length);
  if (known.size >= KEPT) known.clear();
  known.set(name, made);
  return made;
}

/** The initials of everybody named in these fields, for the index. */
export const initialsIn = (fields: Iterable<string>): string =>
  [...new Set([...fields].flatMap(namesIn).flatMap(nameInitials))].join(' ');

/** Numbers written with signs between, joined: `138-0000 1111` is also found by any part of 13800001111. */
export const joinedNumbers = (text: string): string =>
  [...text.normalize('NFKC').matchAll(/\d[\d\s()（）\-—]{5,}\d/g)]
    .map(([found]) => found.replace(/\D/g, ''))
    .join(' ');
