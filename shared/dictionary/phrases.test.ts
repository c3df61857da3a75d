import { expect, it } from 'vitest';
import { initialsBefore, phrasesFor } from './phrases.ts';
import type { Phrase } from './types.ts';

it.each([
  ['zd', 2, 'zd'],
  ['现场zd', 4, 'zd'],
  ['ZD', 2, 'zd'],
  ['zd现场', 2, 'zd'],
  ['zd现场', 4, ''],
  ['z', 1, ''],
  ['', 0, ''],
  ['a zd', 4, 'zd'],
  ['averylongenglishword', 20, ''],
  ['12zd', 4, 'zd'],
])('in %j at %i the initials are %j', (text, caret, found) => {
  expect(initialsBefore(text, caret)).toBe(found);
});

it('reads only what stands before the caret, however long the text', () => {
  const text = `${'占道经营'.repeat(25_000)}zd`;
  expect(initialsBefore(text, text.length)).toBe('zd');
});

const phrase = (over: Partial<Phrase>): Phrase => ({
  id: over.text ?? '',
  field: 'text',
  text: '',
  initials: '',
  position: 0,
  active: true,
  version: 1,
  ...over,
});

it('offers active phrases of the field that begin with the letters, in their order', () => {
  const phrases = [
    phrase({ text: '占道堆放', initials: 'zddf', position: 2 }),
    phrase({ text: '占道经营', initials: 'zdjy', position: 1 }),
    phrase({ text: '占道停车', initials: 'zdtc', active: false }),
    phrase({ text: '正在到场', initials: 'zzdc', field: 'scene' }),
    phrase({ text: '再占道', initials: 'zzd' }),
  ];
  expect(phrasesFor(phrases, 'text', 'zd').map((p) => p.text)).toEqual(['占道经营', '占道堆放']);
  expect(phrasesFor(phrases, 'scene', 'zzd').map((p) => p.text)).toEqual(['正在到场']);
  expect(phrasesFor(phrases, 'text', '')).toEqual([]);
});
