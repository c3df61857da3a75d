import type { FieldChange, LogCorrection, LogEntry } from './types.ts';

/** A value that stood until a correction struck it through. */
export type Struck<T> = { value: T; by: LogCorrection };

/** The texts that stood before the present one, oldest first; a correction that left the text alone strikes nothing. */
export function textsBefore(entry: Pick<LogEntry, 'original' | 'corrections'>): Struck<string>[] {
  let before = entry.original;
  const struck: Struck<string>[] = [];
  for (const by of entry.corrections) {
    if (by.text !== before) struck.push({ value: before, by });
    before = by.text;
  }
  return struck;
}

/** The values of a field that stood before the present one, oldest first. */
export const valuesBefore = (
  entry: Pick<LogEntry, 'corrections'>,
  field: FieldChange['field'],
): Struck<FieldChange['before']>[] =>
  entry.corrections.flatMap((by) =>
    by.changes.filter((c) => c.field === field).map((c) => ({ value: c.before, by })),
  );

/**
 * Whether somebody may correct an entry: the author while the shift of the entry holds the desk, a shift lead at any time
 * (篇五 四(二)). The engine decides; this is for what the screen offers.
 */
export const mayCorrect = (
  entry: Pick<LogEntry, 'actorId' | 'shiftId'>,
  person: { id: string; roles: readonly string[] },
  holderShiftId: string | null,
): boolean =>
  person.roles.includes('shiftLead') || (entry.actorId === person.id && entry.shiftId === holderShiftId);
