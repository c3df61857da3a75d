import { describe, expect, it } from 'vitest';
import { indexTokens, searchQuery, typedRuns } from './tokens.ts';

describe('the tokens of a text', () => {
  it.each<[text: string, tokens: string]>([
    ['占道经营', '占道 道经 经营 营'],
    ['占', '占'],
    ['占道，经营', '占道 道 经营 营'],
    ['１３８-００', '13 38 8 00 0'],
    ['A座3楼', 'a座 座3 3楼 楼'],
    ['𠮷野家', '𠮷野 野家 家'],
    ['占道😀经营', '占道 道 经营 营'],
    ['，。！', ''],
    ['', ''],
  ])('%s → %s', (text, tokens) => expect(indexTokens(text)).toBe(tokens));
});

describe('the query for typed words', () => {
  it.each<[words: string, query: string | null]>([
    ['占道', '"占道"'],
    ['占道经营', '"占道 道经 经营"'],
    ['占道 新华街', '"占道" AND "新华 华街"'],
    ['占道　占道', '"占道"'],
    ['138', '"13 38"'],
    ['１３８', '"13 38"'],
    ['138-0000', '"13 38" AND "00 00 00"'],
    ['pxm', '"px xm"'],
    ['PXM', '"px xm"'],
    ['A座', '"a座"'],
    ['占', '"占"*'],
    ['占 3', '"占"* AND "3"*'],
    ['"占道" OR *', '"占道" AND "or"'],
    ['NEAR(占道)', '"ne ea ar" AND "占道"'],
    ['，。！', null],
    ['😀', null],
    ['   ', null],
    ['', null],
  ])('%s → %s', (words, query) => expect(searchQuery(words)).toBe(query));
});

it('a word typed twice counts once', () => expect(typedRuns('占道，占道 Ａ a')).toEqual(['占道', 'a']));
