import { describe, expect, it } from 'vitest';
import { isAsked, nothingAsked, withRecent } from './asked.ts';

describe('recent words', () => {
  it.each<[recent: string[], words: string, now: string[]]>([
    [[], '占道', ['占道']],
    [['占道'], ' 噪声 ', ['噪声', '占道']],
    [['噪声', '占道'], '占道', ['占道', '噪声']],
    [['占道'], '  ', ['占道']],
    [['1', '2', '3', '4', '5', '6', '7', '8'], '9', ['9', '1', '2', '3', '4', '5', '6', '7']],
  ])('%j and %s → %j', (recent, words, now) => expect(withRecent(recent, words)).toEqual(now));
});

it.each<[over: Partial<typeof nothingAsked>, asked: boolean]>([
  [{}, false],
  [{ words: '  ' }, false],
  [{ words: '占' }, true],
  [{ kind: 'log' }, true],
  [{ from: '2026-03-11' }, true],
  [{ open: true }, true],
])('%j asks the engine: %s', (over, asked) => expect(isAsked({ ...nothingAsked, ...over })).toBe(asked));
