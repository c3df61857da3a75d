/** A text with the places where what was searched for stands: `[from, to)` in UTF-16 units, in order, none within another. */
export type Marked = { text: string; marks: [from: number, to: number][] };

/** A text as it is compared, with the place in the original of each of its units. */
function compared(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let n = 0;
  for (const point of text) {
    const same = point.normalize('NFKC').toLowerCase();
    plain += same;
    for (let k = 0; k < same.length; k += 1) at.push(n);
    n += point.length;
  }
  at.push(n);
  return { plain, at };
}

const isNumber = (run: string) => /^\d{3,}$/.test(run);
/** Signs that people write within a number. */
const BETWEEN = '[\\s()\\-—]*';

function* found(plain: string, run: string): Generator<[number, number]> {
  if (isNumber(run)) {
    for (const hit of plain.matchAll(new RegExp([...run].join(BETWEEN), 'g')))
      yield [hit.index, hit.index + hit[0].length];
    return;
  }
  for (let from = plain.indexOf(run); from !== -1; from = plain.indexOf(run, from + run.length))
    yield [from, from + run.length];
}

/** Overlapping and touching places become one. */
function joined(marks: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** Finds runs (of `typedRuns`) in a text, however it is written: full-width, capitals, numbers with signs between. */
export function mark(text: string, runs: readonly string[]): Marked {
  if (text === '' || runs.length === 0) return { text, marks: [] };
  const { plain, at } = compared(text);
  const marks = runs.flatMap((run) =>
    [...found(plain, run)].map(([from, to]): [number, number] => [at[from] ?? 0, after(at, to)]),
  );
  return { text, marks: joined(marks) };
}

/** The end in the original of a place that ends before unit `to`: a ligature is marked whole. */
function after(at: readonly number[], to: number): number {
  let n = to;
  while (n < at.length - 1 && at[n] === at[to - 1]) n += 1;
  return at[n] ?? 0;
}

/** Adds places found by other means, such as initials. */
export const withMarks = (marked: Marked, more: readonly [number, number][]): Marked =>
  more.length === 0 ? marked : { ...marked, marks: joined([...marked.marks, ...more.map(pair)]) };

const pair = ([from, to]: readonly [number, number]): [number, number] => [from, to];

/** Characters before the first mark that tell what it is about. */
const LEAD = 16;

/** A part of a text that fits a line or two, beginning a little before the first mark; `…` stands for what is left out. */
export function cut({ text, marks }: Marked, most: number): Marked {
  const flat = text.replace(/\s/g, ' ');
  if (flat.length <= most) return { text: flat, marks };
  const first = marks[0]?.[0] ?? 0;
  let from = first <= LEAD * 2 ? 0 : Math.min(first - LEAD, flat.length - most);
  let to = Math.min(flat.length, from + most);
  // Never half of a character outside the first plane.
  if (from > 0 && isLow(flat, from)) from -= 1;
  if (to < flat.length && isLow(flat, to)) to -= 1;
  const head = from > 0 ? '…' : '';
  const inside = marks
    .filter(([a, b]) => b > from && a < to)
    .map(([a, b]): [number, number] => [
      Math.max(a, from) - from + head.length,
      Math.min(b, to) - from + head.length,
    ]);
  return { text: `${head}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`, marks: inside };
}

const isLow = (text: string, n: number) => /[\uDC00-\uDFFF]/.test(text.charAt(n));
