import type { PickablePerson } from '../../components/PersonPicker.tsx';
import { matchesPinyin } from '../../components/pinyin.ts';

/**
 * What may stay visible of a search for a person: digits at its end that belong to nobody are the beginning of a PIN typed
 * into the wrong field, and are cut off. `cut` says that there were any; `cutBefore` that digits were cut a moment ago, so
 * that what follows is the rest of them.
 */
export function withoutPin(
  typed: string,
  people: readonly PickablePerson[],
  cutBefore = false,
): { search: string; cut: boolean } {
  const plain = typed.normalize('NFKC');
  const known = !cutBefore && people.some((p) => matchesPinyin(`${p.name} ${p.staffNo}`, plain));
  if (known || !/\d$/.test(plain)) return { search: typed, cut: false };
  return { search: plain.replace(/\d+$/, ''), cut: true };
}
