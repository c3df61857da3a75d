import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { type PaperOwed, paperOwed } from '../../../shared/duty-log/paper-case.ts';
import type { LogEntry, LogInstructionLine } from '../../../shared/duty-log/types.ts';

/** A line of the log with its number on the paper: an entry somebody wrote, or what happened to an instruction. */
export type LogLine =
  | { type: 'entry'; id: string; no: number; shiftId: string; entry: LogEntry }
  | { type: 'instruction'; id: string; no: number; shiftId: string; line: LogInstructionLine };

/** When a line was recorded. */
export const recordedAtMs = (line: LogLine): number =>
  line.type === 'entry' ? line.entry.recordedAtMs : line.line.recordedAtMs;

/** Entries and instruction lines in the order in which they were recorded, which is the order of the paper's numbers. */
export function linesOf(day: Pick<LogDay, 'entries' | 'instructionLines'>): LogLine[] {
  const entries = day.entries.map(
    (entry): LogLine => ({ type: 'entry', id: entry.id, no: 0, shiftId: entry.shiftId, entry }),
  );
  const lines = day.instructionLines.map(
    (line): LogLine => ({ type: 'instruction', id: line.id, no: 0, shiftId: line.shiftId, line }),
  );
  return [...entries, ...lines]
    .sort((a, b) => recordedAtMs(a) - recordedAtMs(b) || a.id.localeCompare(b.id))
    .map((line, n) => ({ ...line, no: n + 1 }));
}

/** What an entry still owes; a paper without a 收文号 was written before papers had a course and owes nothing. */
export const owedOf = (entry: LogEntry, urgentPaperMinutes: number): PaperOwed[] =>
  entry.kind === 'document' && entry.details.receiptNo === '' ? [] : paperOwed(entry, urgentPaperMinutes);

/** Whether something of an entry is still in hand: an open follow-up or something owed. */
export const isOpen = (entry: LogEntry, urgentPaperMinutes: number): boolean =>
  entry.followUps.some((f) => f.doneAtMs === null) || owedOf(entry, urgentPaperMinutes).length > 0;

/** What stands in the grid: lines, and above them where a shift or a date begins. */
export type GridItem =
  | { type: 'line'; key: string; line: LogLine }
  | { type: 'shift'; key: string; shiftId: string }
  | { type: 'date'; key: string; atMs: number };

/** The lines with their dividers: a shift's where a day had several, a date's where a time alone would mislead. */
export function gridItems(
  lines: readonly LogLine[],
  severalShifts: boolean,
  dateOf: (ms: number) => string,
): GridItem[] {
  return lines.flatMap((line, n): GridItem[] => {
    const before = lines[n - 1];
    const at = recordedAtMs(line);
    const items: GridItem[] = [];
    if (severalShifts && line.shiftId !== before?.shiftId)
      items.push({ type: 'shift', key: `shift ${line.id}`, shiftId: line.shiftId });
    if (before && dateOf(at) !== dateOf(recordedAtMs(before)))
      items.push({ type: 'date', key: `date ${line.id}`, atMs: at });
    return [...items, { type: 'line', key: line.id, line }];
  });
}
