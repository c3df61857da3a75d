import { expect, it } from 'vitest';
import type { SectionLine } from '../../../shared/handover/sections.ts';
import { emptyPreparation, type HandoverItem, type Snapshot } from '../../../shared/handover/types.ts';
import { deckOf, type Facts } from './deck.ts';

const line = (key: string, text = '一句话'): SectionLine => ({
  key,
  atMs: 0,
  text,
  owner: '',
  ended: false,
  sinceMs: null,
  passages: 0,
});
const none = { toFollow: [], important: [], requirements: [], inspections: [], articles: [], other: [] };
const item = (kind: HandoverItem['kind'], detail = '一句话') => ({ kind, detail }) as HandoverItem;
const facts = (over: Partial<Snapshot>, items: HandoverItem[] = []): Facts => ({
  snapshot: {
    sections: none,
    preparation: emptyPreparation,
    important: [],
    leaderInstructions: [],
    inspections: [],
    ...over,
  } as unknown as Snapshot,
  items,
  incoming: [],
  number: '',
});
const names = (f: Facts) =>
  deckOf(f).map((s) => (s.kind === 'section' ? `${s.section} ${s.part}/${s.parts}` : s.kind));

it('goes through the handover in the order of the sheet; empty sections take no page of their own', () => {
  const sections = { ...none, toFollow: [line('a')], articles: [line('b')] };
  expect(names(facts({ sections }))).toEqual([
    'crew',
    'numbers',
    'instructions',
    'toFollow 1/1',
    'articles 1/1',
    'papers',
    'supplies',
  ]);
  expect(names(facts({}))).toContain('quietSections');
});

it('turns a page before a list runs over it, and loses nothing', () => {
  const long = Array.from({ length: 40 }, (_, n) => `第${n + 1}行`).join('\n');
  const items = Array.from({ length: 7 }, () => item('instruction', long));
  const slides = deckOf(facts({}, items)).flatMap((s) => (s.kind === 'instructions' ? [s.items.length] : []));
  expect(slides).toEqual([3, 3, 1]);
  const lines = Array.from({ length: 30 }, (_, n) => line(String(n)));
  const pages = deckOf(facts({ sections: { ...none, other: lines } })).filter((s) => s.kind === 'section');
  expect(pages.flatMap((s) => s.lines)).toEqual(lines);
  expect(pages.length).toBeGreaterThan(2);
});

it('shows what the lead wrote besides the lines', () => {
  const preparation = { ...emptyPreparation, notes: { ...emptyPreparation.notes, other: '钥匙在抽屉' } };
  const [slide] = deckOf(facts({ preparation })).filter((s) => s.kind === 'section');
  expect(slide?.lines.map((l) => l.text)).toEqual(['钥匙在抽屉']);
});

it('reads the lists of a sheet of a former version', () => {
  const old = facts({ sections: null, important: [{ atMs: 5, text: '广告牌坠落' }] });
  const [slide] = deckOf(old).filter((s) => s.kind === 'section');
  expect(slide).toMatchObject({ section: 'important', lines: [{ atMs: 5, text: '广告牌坠落' }] });
});
