import { describe, expect, it } from 'vitest';
import { cut, type Marked, mark } from './marks.ts';
import { typedRuns } from './tokens.ts';

/** The text with its marks in brackets. */
const drawn = ({ text, marks }: Marked) => {
  let out = '';
  let at = 0;
  for (const [from, to] of marks) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return out + text.slice(at);
};

describe('marks', () => {
  it.each<[text: string, words: string, marked: string]>([
    ['广告牌要掉', '广告', '[广告]牌要掉'],
    ['广告牌，广告布', '广告', '[广告]牌，[广告]布'],
    ['新华街口占道', '占道 新华街', '[新华街]口[占道]'],
    ['占道道路', '占道 道道', '[占道道]路'],
    ['电话１３９００', '390', '电话１[３９０]０'],
    ['139-0000 1111', '00001', '139-[0000 1]111'],
    ['Mike 来电', 'MIKE', '[Mike] 来电'],
    ['ﬁre 火', 'fi', '[ﬁ]re 火'],
    ['𠮷野家', '野家', '𠮷[野家]'],
    ['<b>占道</b>', '占道', '<b>[占道]</b>'],
    ['占道', '', '占道'],
    ['占道', '巡查', '占道'],
    ['a.b*c', 'b', 'a.[b]*c'],
  ])('%s for %s → %s', (text, words, marked) => expect(drawn(mark(text, typedRuns(words)))).toBe(marked));
});

describe('a long text is cut around the first mark', () => {
  const long = `${'一'.repeat(60)}占道${'二'.repeat(60)}`;
  it.each<[text: string, words: string, most: number, shown: string]>([
    ['短的占道', '占道', 20, '短的[占道]'],
    ['两行\n占道', '占道', 20, '两行 [占道]'],
    [long, '占道', 30, `…${'一'.repeat(16)}[占道]${'二'.repeat(12)}…`],
    [long, '', 30, `${'一'.repeat(30)}…`],
    [`占道${'二'.repeat(60)}`, '占道', 20, `[占道]${'二'.repeat(18)}…`],
    [`${'一'.repeat(60)}占道`, '占道', 20, `…${'一'.repeat(16)}[占道]`.replace('…一', '…一一一')],
    ['😀'.repeat(40), '', 21, `${'😀'.repeat(10)}…`],
  ])('%s', (text, words, most, shown) => expect(drawn(cut(mark(text, typedRuns(words)), most))).toBe(shown));
});
