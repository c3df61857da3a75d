import type { HandoverView } from '../../../shared/contract/handover.ts';
import { type Section, type SectionLine, sections } from '../../../shared/handover/sections.ts';
import type { HandoverItem, Sheet, SheetPerson, Snapshot } from '../../../shared/handover/types.ts';

/** What the briefing (晨会) is held from: the handover as it stands now, or a sheet that was frozen. */
export type Facts = {
  snapshot: Snapshot;
  items: HandoverItem[];
  incoming: SheetPerson[];
  /** Of the sheet; empty while nothing is frozen. */
  number: string;
};

/** One page on the wall; `part` of `parts` where a list needs more than one. */
export type Slide = { part: number; parts: number } & (
  | { kind: 'crew' | 'numbers' | 'supplies' | 'quietSections' }
  | { kind: 'instructions' | 'papers'; items: HandoverItem[] }
  | { kind: 'section'; section: Section; lines: SectionLine[] }
);

/** What now stands on the desk; null while nobody holds it. */
export function factsOfView({ draft, draftItems, relief, current }: HandoverView): Facts | null {
  if (!draft) return null;
  const incoming = (relief?.members ?? []).map((m) => ({ ...m, standIn: null }));
  return { snapshot: draft, items: draftItems, incoming, number: current?.number ?? '' };
}

/** What a sheet says. */
export const factsOfSheet = ({ handover, incoming }: Sheet): Facts => ({
  snapshot: handover.snapshot,
  items: handover.items,
  incoming,
  number: handover.number,
});

/** Lines of text that a page holds, and letters that a line holds, at the size that is read from five metres. */
const PAGE_LINES = 15;
const LINE_LETTERS = 50;
/** Longer texts are cut on the wall, as the style sheet says: the paper and the log have them whole. */
const MOST_LINES = 4;
const MOST_ITEM_LINES = 2;

const linesOf = (text: string, most = MOST_LINES): number => {
  const lines = text.split('\n').reduce((sum, l) => sum + Math.max(1, Math.ceil(l.length / LINE_LETTERS)), 0);
  return Math.min(most, lines);
};

/** Splits a list into pages by what each entry needs; a page holds at least one. */
function paged<T>(all: readonly T[], linesNeeded: (one: T) => number): T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (const one of all) {
    const needs = linesNeeded(one);
    const page = pages.at(-1);
    if (page && needs <= left) {
      page.push(one);
      left -= needs;
    } else {
      pages.push([one]);
      left = PAGE_LINES - needs;
    }
  }
  return pages;
}

/** A title, the text, who and when. */
const itemLines = (item: HandoverItem) => 2.6 + linesOf(item.detail, MOST_ITEM_LINES);

/** A page that stays half empty is written larger. */
export const isFew = (lines: readonly SectionLine[]): boolean =>
  lines.reduce((sum, line) => sum + 0.8 + linesOf(line.text), 0) <= PAGE_LINES / 2;

/** What the lead wrote for a section as a whole, as its last line. */
function withNote(lines: readonly SectionLine[], note: string, section: Section): SectionLine[] {
  if (note.trim() === '') return [...lines];
  const line = { key: `note ${section}`, atMs: null, text: note, owner: '', ended: false, sinceMs: null };
  return [...lines, { ...line, passages: 0 }];
}

/** The lines of a section, also of sheets of former versions, which kept them in lists of their own. */
function sectionLines({ sections: kept, preparation, ...old }: Snapshot, section: Section): SectionLine[] {
  const former: Partial<Record<Section, { atMs: number; text: string }[]>> = {
    important: old.important,
    requirements: old.leaderInstructions,
    inspections: old.inspections,
  };
  const lines =
    kept?.[section] ??
    (former[section] ?? []).map((line, n) => ({
      ...line,
      key: `${section} ${n}`,
      owner: '',
      ended: false,
      sinceMs: null,
      passages: 0,
    }));
  return withNote(lines, preparation.notes[section], section);
}

/**
 * The pages of the briefing in the order of the sheet: crews, figures, open instructions, each section that has lines, papers and
 * follow-ups, supplies and self-test.
 */
export function deckOf({ snapshot, items }: Facts): Slide[] {
  const instructions = items.filter((i) => i.kind === 'instruction');
  const others = items.filter((i) => i.kind === 'paper' || i.kind === 'followUp');
  const listed = (kind: 'instructions' | 'papers', all: HandoverItem[]): Slide[] => {
    const pages = all.length === 0 ? [[]] : paged(all, itemLines);
    return pages.map((page, n) => ({ kind, items: page, part: n + 1, parts: pages.length }));
  };
  const sectionSlides = sections.flatMap((section): Slide[] => {
    const pages = paged(sectionLines(snapshot, section), (line) => 0.8 + linesOf(line.text));
    return pages.map((lines, n) => ({ kind: 'section', section, lines, part: n + 1, parts: pages.length }));
  });
  const one = { part: 1, parts: 1 };
  return [
    { kind: 'crew', ...one },
    { kind: 'numbers', ...one },
    ...listed('instructions', instructions),
    ...(sectionSlides.length > 0 ? sectionSlides : [{ kind: 'quietSections' as const, ...one }]),
    ...listed('papers', others),
    { kind: 'supplies', ...one },
  ];
}
