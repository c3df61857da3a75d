import { describe, expect, test } from 'vitest';
import type { AlarmLine } from '../app/alarms.ts';
import { groupLines, steadyLines } from './steady-lines.ts';

const line = (run: string, over: Partial<AlarmLine> = {}): AlarmLine => ({
  id: `${run}-0`,
  run,
  class: 'dispatchDue',
  level: 1,
  number: '',
  place: '',
  dueAtMs: 0,
  repeat: 0,
  missed: false,
  instructionId: null,
  entry: null,
  escalation: null,
  acknowledgeable: true,
  ...over,
});
const shown = (lines: ReturnType<typeof steadyLines>) =>
  lines.map((l) => `${l.alarm.run}${l.gone ? ' gone' : ''}${l.fresh ? ' new' : ''}`);

describe('the list of alarms', () => {
  const before = steadyLines([], [line('a'), line('b'), line('c')], false);

  test('held: an answered line stays, a new one comes last, whatever its urgency', () => {
    const lines = steadyLines(before, [line('urgent'), line('b'), line('c')], true);
    expect(shown(lines)).toEqual(['a gone', 'b', 'c', 'urgent new']);
    expect(shown(steadyLines(lines, [line('urgent'), line('c')], true))).toEqual([
      'a gone',
      'b gone',
      'c',
      'urgent new',
    ]);
  });

  test('held: a repeat takes the place of its alarm', () => {
    const lines = steadyLines(before, [line('a'), line('b', { id: 'b-1', repeat: 1 }), line('c')], true);
    expect(shown(lines)).toEqual(['a', 'b', 'c']);
    expect(lines[1]?.alarm.id).toBe('b-1');
  });

  test('let go: as sorted, without what is gone', () => {
    const lines = steadyLines(before, [line('urgent'), line('c')], true);
    expect(shown(steadyLines(lines, [line('urgent'), line('c')], false))).toEqual(['urgent', 'c']);
  });
});

describe('sixty alarms', () => {
  const many = [
    ...Array.from({ length: 40 }, (_, n) => line(`o${n}`, { class: 'arrivalOverdue' })),
    ...Array.from({ length: 20 }, (_, n) => line(`s${n}`, { class: 'arrivalSoon', level: 2 })),
  ];

  test('are a group of each class, the most urgent first', () => {
    const groups = groupLines(steadyLines([], many, false));
    expect(groups?.map((g) => [g.key, g.level, g.lines.length])).toEqual([
      ['arrivalOverdue', 1, 40],
      ['arrivalSoon', 2, 20],
    ]);
  });

  test('a few are not grouped, nor do they become groups while the pointer is on them', () => {
    const few = steadyLines([], many.slice(0, 8), false);
    expect(groupLines(few)).toBeNull();
    expect(groupLines(steadyLines(few, many, true))).toBeNull();
  });

  test('what comes while they are held has a group of its own at the end', () => {
    const held = steadyLines(steadyLines([], many, false), [line('x'), ...many], true);
    expect(groupLines(held)?.map((g) => g.key)).toEqual(['arrivalOverdue', 'arrivalSoon', 'fresh']);
  });
});
