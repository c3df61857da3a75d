import { detailFields, emptyDetail, type LogDetail } from './details.ts';
import type { Correctable, FieldChange, LogEntry } from './types.ts';

/** The fields of an entry that a correction may set, as they hold before it. */
export type CorrectedState = Pick<LogEntry, Exclude<keyof Correctable, 'details'> | 'details' | 'text'>;

type Value = FieldChange['after'];

/** What a correction changes: every field whose new value differs, with both; details by their own names. */
export function changesOf(before: CorrectedState, fields: Correctable): FieldChange[] {
  const { details = {}, ...plain } = fields;
  const changed = (known: object, given: object): FieldChange[] =>
    Object.entries(given)
      .map(([field, after]) => ({
        field: field as FieldChange['field'],
        before: (known as Record<string, Value>)[field] ?? null,
        after: (after ?? null) as Value,
      }))
      .filter((c) => c.before !== c.after);
  return [...changed(before, plain), ...changed(before.details, details)];
}

/** The state after these changes, in their order. */
export function withChanges<T extends CorrectedState>(state: T, changes: readonly FieldChange[]): T {
  const next = { ...state, details: { ...state.details } };
  for (const { field, after } of changes) {
    if (Object.hasOwn(emptyDetail, field)) Object.assign(next.details, { [field]: after });
    else Object.assign(next, { [field]: after });
  }
  return next;
}

/** Fields that a kind does not have and that nevertheless are given something: they would be kept nowhere. */
export const foreignDetails = (
  kind: CorrectedState['kind'],
  details: Partial<LogDetail>,
): (keyof LogDetail)[] =>
  (Object.keys(details) as (keyof LogDetail)[]).filter(
    (field) =>
      details[field] !== undefined &&
      details[field] !== emptyDetail[field] &&
      !detailFields[kind].includes(field),
  );
