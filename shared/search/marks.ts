/** A text with the places where what was searched for stands: `[from, to)` in UTF-16 units, in order, none within another. */
export type Marked = { text: string; marks: [from: number, to: number][] };

/** A text as it is compared, with the place in the original of each of its units; no places where nothing moved. */
export type Compared = { text: string; plain: string; at: number[] | null };

/** Characters that are compared as they are, besides signs, which no run holds: most of the log is such characters. */
const SIMPLE = /^[\0-@[-\x7f\u3000-\u3002\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]*$/;

/** A text made ready to be searched: full-width and capital letters are plain ones. */
export const compared = (text: string): Compared =>
  SIMPLE.test(text) ? { text, plain: text, at: null } : thoroughly(text);

function thoroughly(text: string): Compared {
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
  return { text, plain, at };
}

const isNumber = (run: string) => /^\d{3,}$/.test(run);
/** Signs that people write within a number. */
const BETWEEN = '[\\s()（）\\-－—]*';

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

/** Whether a run stands in a text, however it is written. */
export const holds = ({ plain }: Compared, run: string): boolean =>
  plain.includes(run) || (isNumber(run) && found(plain, run).next().done !== true);

/** Finds runs (of `typedRuns`) in a text, however it is written: full-width, capitals, numbers with signs between. */
export function markIn({ text, plain, at }: Compared, runs: readonly string[]): Marked {
  const marks: [number, number][] = [];
  for (const run of runs)
    for (const [from, to] of found(plain, run))
      marks.push(at === null ? [from, to] : [at[from] ?? 0, after(at, to)]);
  return { text, marks: marks.length > 1 ? joined(marks) : marks };
}

/** The same in a text not made ready before. */
export const mark = (text: string, runs: readonly string[]): Marked =>
  text === '' || runs.length === 0 ? { text, marks: [] } : markIn(compared(text), runs);

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
