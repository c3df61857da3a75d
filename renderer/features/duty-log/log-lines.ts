import type { LogDay } from '../../../shared/contract/duty-log.ts';
import type { LogEntry, LogInstructionLine } from '../../../shared/duty-log/types.ts';

/** A line of the log: an entry somebody wrote, or what happened to an instruction. */
export type LogLine =
  | { type: 'entry'; id: string; shiftId: string; entry: LogEntry }
  | { type: 'instruction'; id: string; shiftId: string; line: LogInstructionLine };

/** When a line was recorded. */
export const recordedAtMs = (line: LogLine): number =>
  line.type === 'entry' ? line.entry.recordedAtMs : line.line.recordedAtMs;

/** Recorded so much later than it happened that the reader must be told (补记). */
const LATE_ENTRY_MS = 15 * 60_000;

/** Whether a line was written down long after the fact. */
export const isLateEntry = (times: { occurredAtMs: number; recordedAtMs: number }): boolean =>
  times.recordedAtMs - times.occurredAtMs > LATE_ENTRY_MS;

/** Entries and instruction lines in the order in which they were recorded, which is the order of the paper's numbers. */
export function linesOf(day: Pick<LogDay, 'entries' | 'instructionLines'>): LogLine[] {
  const entries = day.entries.map(
    (entry): LogLine => ({ type: 'entry', id: entry.id, shiftId: entry.shiftId, entry }),
  );
  const lines = day.instructionLines.map(
    (line): LogLine => ({ type: 'instruction', id: line.id, shiftId: line.shiftId, line }),
  );
  return [...entries, ...lines].sort((a, b) => recordedAtMs(a) - recordedAtMs(b) || a.id.localeCompare(b.id));
}
