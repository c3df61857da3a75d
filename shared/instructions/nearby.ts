import { bigramSet, likeness } from '../search/tokens.ts';
import type { Instruction } from './types.ts';

/** How long after a call another one may be about the same event. */
export const DUPLICATE_SPAN_MS = 12 * 3_600_000;

/** Place and words of a call as pairs of characters, so that they are made only once for many comparisons. */
export type Words = {
  place: ReadonlySet<string>;
  /** House and building numbers in the place: pairs of characters cannot tell 3号 from 33号. */
  numbers: ReadonlySet<string>;
  text: ReadonlySet<string>;
};

/** A caller tells what it is at the beginning: the rest of a long text only costs time. */
const READ_CHARS = 600;

export const wordsOf = (call: { place: string; text: string }): Words => ({
  place: bigramSet(call.place),
  numbers: new Set(call.place.normalize('NFKC').match(/\d+/g) ?? []),
  text: bigramSet(call.text.slice(0, READ_CHARS)),
});

const SAME_PLACE = 0.6;
const SAME_TEXT = 0.5;
/** A word or two in common (噪音, 占道) is no event in common. */
const MANY_PAIRS = 3;
/** A street without a number is in many places: a short place alone says less than a long one. */
const SHORT_PLACE = 2;

const inCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((p) => b.has(p)).length;

/** The same street and another house: worth a look when the words agree, not by itself. */
const OTHER_NUMBER = 0.5;
const otherNumber = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size > 0 && b.size > 0 && inCommon(a, b) === 0;

/** Whether two places may be the same one, named differently. */
export const likePlace = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  likeness(a, b) >= SAME_PLACE;

/** Whether two places as typed may be one: alike, and no other house of the same street. */
export function samePlace(a: string, b: string): boolean {
  const [x, y] = [wordsOf({ place: a, text: '' }), wordsOf({ place: b, text: '' })];
  return likePlace(x.place, y.place) && !otherNumber(x.numbers, y.numbers);
}

/** How likely two calls are about one event, 0 (not at all) to 2; same place or same words is enough. */
export function sameEvent(a: Words, b: Words): number {
  const place = likeness(a.place, b.place) * (otherNumber(a.numbers, b.numbers) ? OTHER_NUMBER : 1);
  const text = likeness(a.text, b.text);
  const samePlace = place >= SAME_PLACE;
  const sameText = text >= SAME_TEXT && inCommon(a.text, b.text) >= MANY_PAIRS;
  if (!samePlace && !sameText) return 0;
  const known = inCommon(a.place, b.place);
  const weight = known <= SHORT_PLACE ? 0.7 : 1;
  return (samePlace ? place * weight : place * 0.5) + (sameText ? text : text * 0.5);
}

const nobody =
  /^(匿名|无名|无|不详|未知|不愿.*|未留.*|.{0,2}市民|.{0,2}群众|.{0,2}居民|路人|过路.*|司机|业主|商户|anonymous|unknown)?$/i;

/** A caller's name as it is compared; empty when it names nobody (匿名, 热心市民). */
export function callerName(caller: string): string {
  const name = caller.normalize('NFKC').replace(/\s+/g, '');
  return nobody.test(name) ? '' : name.toLowerCase();
}

/** Fewer digits are an extension or a slip of the finger, and would match half the town. */
export const PHONE_DIGITS = 7;

/** A number as it is compared: its digits; empty when they are too few to tell a caller by. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return digits.length >= PHONE_DIGITS ? digits : '';
}

/** Whether two numbers are one: the same digits, one perhaps without its area code. */
export function samePhone(a: string, b: string): boolean {
  const [x, y] = [phoneDigits(a), phoneDigits(b)];
  if (x === '' || y === '') return false;
  return x.endsWith(y) || y.endsWith(x);
}

/** Whether an earlier instruction came from the same caller: by number, else by name at a like place. */
export function sameCaller(
  draft: { caller: string; phone: string; place: ReadonlySet<string> },
  earlier: Pick<Instruction, 'caller' | 'phone' | 'place'>,
): boolean {
  if (samePhone(draft.phone, earlier.phone)) return true;
  const name = callerName(draft.caller);
  return (
    name !== '' && name === callerName(earlier.caller) && likePlace(draft.place, bigramSet(earlier.place))
  );
}
