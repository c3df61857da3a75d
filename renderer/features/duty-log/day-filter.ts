import { isLateEntry, type LogKind, logKindSchema } from '../../../shared/duty-log/types.ts';
import { isOpen, type LogLine } from './log-lines.ts';

export const onlyWords = ['open', 'important', 'late', 'corrected'] as const;
export type Only = (typeof onlyWords)[number];

/** What of a day is shown, as it stands in the page's address; empty does not narrow. */
export type DayFilter = { kind: LogKind | ''; officer: string; only: Only | ''; words: string };

/** Reads a filter from the page's address; what is not understood does not narrow. */
export function readDayFilter(params: URLSearchParams): DayFilter {
  const only = params.get('only');
  return {
    kind: logKindSchema.safeParse(params.get('kind')).data ?? '',
    officer: params.get('officer') ?? '',
    only: onlyWords.find((each) => each === only) ?? '',
    words: params.get('words') ?? '',
  };
}

/** Whether a filter narrows at all. */
export const narrows = (f: DayFilter): boolean =>
  f.kind !== '' || f.officer !== '' || f.only !== '' || f.words.trim() !== '';

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Everything of a line that its reader may remember, the struck words too. */
function wordsOf(line: LogLine): string {
  if (line.type === 'instruction')
    return plain([line.line.number, line.line.place, line.line.summary, line.line.actorName].join('\n'));
  const { entry: e } = line;
  return plain(
    [
      ...[e.text, e.original, e.title, e.from, e.phone, e.handling, e.receivedBy, e.actorName],
      ...Object.values(e.details).filter((v) => typeof v === 'string'),
      ...e.corrections.map((c) => c.text),
      ...e.steps.flatMap((s) => [s.who, s.text]),
      ...e.followUps.flatMap((f) => [f.owner, f.doneText]),
      ...e.attachments.map((a) => a.name),
      ...e.links.map((l) => l.label),
    ].join('\n'),
  );
}

/** Whether a line is shown under a filter; several words must all be there. */
export function matchesLine(line: LogLine, filter: DayFilter, urgentPaperMinutes: number): boolean {
  const kind = line.type === 'entry' ? line.entry.kind : 'instruction';
  const actor = line.type === 'entry' ? line.entry.actorName : line.line.actorName;
  if (filter.kind !== '' && filter.kind !== kind) return false;
  if (filter.officer !== '' && filter.officer !== actor) return false;
  if (filter.only !== '' && !isOf(line, filter.only, urgentPaperMinutes)) return false;
  const words = plain(filter.words).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = wordsOf(line);
  return words.every((word) => all.includes(word));
}

function isOf(line: LogLine, only: Only, urgentPaperMinutes: number): boolean {
  if (only === 'late') return isLateEntry(line.type === 'entry' ? line.entry : line.line);
  if (line.type === 'instruction') return false;
  if (only === 'open') return isOpen(line.entry, urgentPaperMinutes);
  return only === 'important' ? line.entry.important : line.entry.corrections.length > 0;
}
