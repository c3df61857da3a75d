import type { LogEntry } from '../../../shared/duty-log/types.ts';
import {
  type CarryItem,
  type Section,
  type SectionLine,
  sections,
} from '../../../shared/handover/sections.ts';

/** An entry in one line of the paper. */
export const textOf = (e: LogEntry) => [e.from, e.title, e.text].filter(Boolean).join(' ');

type Severe = { key: string; atMs: number; text: string };

const lineOf = (line: Pick<SectionLine, 'key' | 'atMs' | 'text' | 'source'>): SectionLine => ({
  ...line,
  owner: '',
  ended: false,
  sinceMs: null,
  passages: 0,
});

const entryLine = (e: LogEntry): SectionLine =>
  lineOf({ key: e.id, atMs: e.occurredAtMs, text: textOf(e), source: { kind: 'entry', id: e.id } });

/** What the leaders ordered in this shift: entries of that kind, and orders given on papers and calls. */
const ordersOf = (
  entries: readonly LogEntry[],
  stepped: readonly LogEntry[],
  shiftId: string,
): SectionLine[] => [
  ...entries.filter((e) => e.kind === 'leaderInstruction').map(entryLine),
  ...stepped.flatMap((e) =>
    e.steps
      .filter((s) => s.kind === 'order' && s.shiftId === shiftId)
      .map((s) =>
        lineOf({
          key: s.id,
          atMs: s.occurredAtMs,
          text: `${s.who}批示：${s.text}（${e.title || textOf(e).slice(0, 30)}）`,
          source: { kind: 'entry', id: e.id },
        }),
      ),
  ),
];

const severeLine = (s: Severe): SectionLine => lineOf({ ...s, source: { kind: 'instruction', id: s.key } });

const carriedLine = (c: CarryItem): SectionLine => ({
  key: c.id,
  atMs: null,
  text: c.endedAtMs === null ? c.text : `${c.text}——已办：${c.endedText}`,
  owner: c.owner,
  ended: c.endedAtMs !== null,
  sinceMs: c.openedAtMs,
  passages: c.trail.passages.length,
});

/**
 * The lines of every section: what the log says of itself in order of time, then the lines carried from shift to shift. An
 * entry that a carried line words anew is not printed twice.
 */
export function sectionsOf(
  entries: readonly LogEntry[],
  /** Entries of any shift on which something was done in this one. */
  stepped: readonly LogEntry[],
  severe: readonly Severe[],
  carried: readonly CarryItem[],
  shiftId: string,
): Record<Section, SectionLine[]> {
  const reworded = new Set(carried.map((c) => c.entryId));
  const compiled: Partial<Record<Section, SectionLine[]>> = {
    important: [...entries.filter((e) => e.important).map(entryLine), ...severe.map(severeLine)],
    requirements: ordersOf(entries, stepped, shiftId),
    inspections: entries.filter((e) => e.kind === 'inspection').map(entryLine),
  };
  const of = (section: Section): SectionLine[] => [
    ...(compiled[section] ?? [])
      .filter((line) => !reworded.has(line.key))
      .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)),
    ...carried.filter((c) => c.section === section).map(carriedLine),
  ];
  return Object.fromEntries(sections.map((section) => [section, of(section)])) as Record<
    Section,
    SectionLine[]
  >;
}
