import { paperOwed } from '../../shared/duty-log/paper-case.ts';
import { QUIET } from '../../shared/duty-log/quiet.ts';
import { isOpen } from '../../shared/instructions/lifecycle.ts';
import { entryRow, type LogRow, type LogTime, owedPaperWords } from '../../shared/papers/log-day-rows.ts';
import type { LogDayPaper, LogShift } from '../../shared/papers/log-papers.ts';
import { instructionRow } from './log-day-instructions.ts';

/** What one shift recorded, in the order of recording; `quiet` is what stands there when that is nothing. */
export type LogSection = { shift: LogShift; rows: LogRow[]; quiet: string };

/** The rows of a duty day under the shift that recorded them: every entry and every instruction exactly once. */
export function logSections(day: LogDayPaper, time: LogTime): LogSection[] {
  const entries = day.day.entries.map((e) => entryRow(e, time, day.limits.urgentPaperMinutes));
  const instructions = day.instructions
    .map((i) => instructionRow(i, day, time))
    .filter((row): row is LogRow => row !== null);
  return day.shifts.map((shift) => {
    const { id, relievedAtMs } = shift.shift;
    return {
      shift,
      rows: [...entries, ...instructions]
        .filter((row) => row.shiftId === id)
        .sort((a, b) => a.recordedAtMs - b.recordedAtMs || a.key.localeCompare(b.key)),
      quiet: relievedAtMs !== null ? QUIET : '本班尚无记录',
    };
  });
}

/** Above which rows a new date begins, by the row's key, as on the screen: times alone would mislead after midnight. */
export function dateRows(
  sections: readonly LogSection[],
  dateOf: (ms: number) => string,
): ReadonlyMap<string, string> {
  const rows = sections.flatMap((s) => s.rows);
  const dates = rows.map((row) => dateOf(row.recordedAtMs));
  return new Map(
    rows.flatMap((row, n) => (n > 0 && dates[n] !== dates[n - 1] ? [[row.key, dates[n] ?? '']] : [])),
  );
}

/** 未办事项: everything on this paper that had no end when it was made. */
export function openMatters(day: LogDayPaper, sections: readonly LogSection[], time: LogTime): string[] {
  const numbers = new Map(sections.flatMap((s) => s.rows).map((row, n) => [row.key, n + 1]));
  const line = (key: string, text: string) => `第${numbers.get(key) ?? '—'}项 ${text}`;
  return [
    ...day.instructions
      .filter((i) => isOpen(i.detail.instruction.state) && numbers.has(i.detail.instruction.id))
      .map(({ detail: { instruction: i } }) => line(i.id, `指令 ${i.number} ${i.place}`)),
    ...day.day.entries.flatMap((e) =>
      e.followUps
        .filter((f) => f.doneAtMs === null)
        .map((f) => line(e.id, `${f.text}（${f.owner}，限${time.at(f.dueAtMs)}）`)),
    ),
    ...day.day.entries.flatMap((e) =>
      paperOwed(e, day.limits.urgentPaperMinutes)
        .filter((owed) => owed.code !== 'orderEnd')
        .map((owed) => line(e.id, `${e.title || e.text.slice(0, 40)}：${owedPaperWords[owed.code]}`)),
    ),
  ];
}
