const runs = /[\p{L}\p{N}]+/gu;

const normal = (text: string) => text.normalize('NFKC').toLowerCase();

const bigramsOf = (run: string): string[] => {
  const points = [...run];
  const pairs = points.slice(0, -1).map((p, n) => p + (points[n + 1] ?? ''));
  return [...pairs, points.at(-1) ?? ''];
};

/**
 * The tokens of a text as the index holds them: overlapping pairs of code points per run of letters and digits, then the
 * last one alone, so that every part of two characters and more is found as a phrase.
 */
export const indexTokens = (text: string): string =>
  (normal(text).match(runs) ?? []).flatMap(bigramsOf).join(' ');

const quoted = (phrase: string) => `"${phrase}"`;

/** The runs of letters and digits in words typed by a person, each once: every one of them must be found. */
export const typedRuns = (words: string): string[] => [...new Set(normal(words).match(runs))];

/** The index query for words typed by a person; null when they say nothing (punctuation alone). */
export function searchQuery(words: string): string | null {
  const phrases = typedRuns(words).map((run) => {
    const points = [...run];
    if (points.length === 1) return `${quoted(run)}*`;
    return quoted(bigramsOf(run).slice(0, -1).join(' '));
  });
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

/** The pairs a text is made of, each once: what similarity counts. */
export const bigramSet = (text: string): Set<string> =>
  new Set(
    (normal(text).match(runs) ?? []).flatMap((run) => bigramsOf(run).filter((t) => [...t].length === 2)),
  );

/** How alike two texts are, 0 to 1: shared pairs over the pairs of the shorter one, so that a short report finds a long one. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared / smaller;
}
