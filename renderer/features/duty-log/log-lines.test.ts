import { expect, test } from 'vitest';
import type { LogEntry, LogInstructionLine } from '../../../shared/duty-log/types.ts';
import { isLateEntry, linesOf } from './log-lines.ts';

const entry = (id: string, recordedAtMs: number) => ({ id, recordedAtMs, shiftId: 's' }) as LogEntry;
const line = (id: string, recordedAtMs: number) => ({ id, recordedAtMs, shiftId: 's' }) as LogInstructionLine;

test('lines stand in the order in which they were recorded', () => {
  const day = { entries: [entry('a', 10), entry('c', 30)], instructionLines: [line('b', 20), line('d', 30)] };
  expect(linesOf(day).map((l) => l.id)).toEqual(['a', 'b', 'c', 'd']);
});

test('an entry is late only well after the fact', () => {
  expect(isLateEntry({ occurredAtMs: 0, recordedAtMs: 15 * 60_000 })).toBe(false);
  expect(isLateEntry({ occurredAtMs: 0, recordedAtMs: 15 * 60_000 + 1 })).toBe(true);
});
