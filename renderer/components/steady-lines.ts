import type { AlarmLine } from '../app/alarms.ts';

/** A line of the list: `gone` no longer rings, `fresh` came while the list was held still. */
export type SteadyLine = { alarm: AlarmLine; gone: boolean; fresh: boolean };

/**
 * The lines of the list as they stand now. While it is held (a pointer or the focus is on it) no line moves: what is
 * answered stays in its place as gone, what is new comes last. Let go, it is sorted again.
 */
export function steadyLines(
  before: readonly SteadyLine[],
  alarms: readonly AlarmLine[],
  held: boolean,
): SteadyLine[] {
  if (!held) return alarms.map((alarm) => ({ alarm, gone: false, fresh: false }));
  const now = new Map(alarms.map((alarm) => [alarm.run, alarm]));
  const kept = before.map(({ alarm, fresh }): SteadyLine => {
    const still = now.get(alarm.run);
    now.delete(alarm.run);
    return { alarm: still ?? alarm, gone: still === undefined, fresh };
  });
  return [...kept, ...[...now.values()].map((alarm) => ({ alarm, gone: false, fresh: true }))];
}

/** Lines of one class under one head. */
export type LineGroup = { key: string; level: 1 | 2 | 3; lines: SteadyLine[] };

/** More lines than these are grouped by class. */
const FLAT = 8;
/** A group of so few stands open by itself. */
export const SMALL_GROUP = 3;

/** The lines by class, the most urgent class first; what is new last. Null while there are few enough to read at once. */
export function groupLines(lines: readonly SteadyLine[]): LineGroup[] | null {
  // What came while held must not turn a flat list into groups under the pointer.
  const settled = lines.filter((line) => !line.fresh);
  if (settled.length <= FLAT) return null;
  const groups = new Map<string, LineGroup>();
  for (const line of lines) {
    const key = line.fresh ? 'fresh' : line.alarm.class;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { key, level: line.alarm.level, lines: [line] });
  }
  return [...groups.values()];
}
