import type { RegisterFields } from '../../shared/papers/register.ts';

/** Beyond this many letters a text takes a row of its own over the whole width: in its column it would fill pages. */
const MOST_IN_CELL = 220;
/** A line of its own takes the place of so many letters. */
const LINE_LETTERS = 16;
const BELOW = '（全文见下）';

const long = { text: '内容', scene: '现场情况', disposition: '处置情况', followUps: '后续处理' } as const;
type Long = keyof typeof long;
const keys = Object.keys(long) as Long[];

const isLong = (text: string) => text.length + LINE_LETTERS * (text.split('\n').length - 1) > MOST_IN_CELL;

/** The fields as they stand in their columns: what is too long for its cell is named there and printed below. */
export const shortened = (f: RegisterFields): RegisterFields => ({
  ...f,
  ...Object.fromEntries(keys.filter((key) => isLong(f[key])).map((key) => [key, BELOW])),
});

/** The texts that are printed below their row, with their labels. */
export const below = (f: RegisterFields): [label: string, text: string][] =>
  keys.filter((key) => isLong(f[key])).map((key) => [long[key], f[key]]);
