import { emptyDetail } from '../../../shared/duty-log/details.ts';
import type { Correctable, LogEntry, LogKind } from '../../../shared/duty-log/types.ts';
import { detailValue, type ReadTime, type TypedFields } from './entry-draft.ts';
import { type FieldName, fieldsOfKind } from './form-layout.ts';

/**
 * A correction as typed: only what the person changed against what the dialog showed. A draft that was kept so long that
 * somebody else corrected the entry meanwhile takes nothing of that back.
 */
export type CorrectionDraft = TypedFields & { toKind?: LogKind; toImportant?: boolean; reason: string };

/** Writes a time as its field shows it, so that reading it again gives the same instant. */
export type WriteTime = (ms: number) => string;

const isDetail = (field: FieldName): field is keyof typeof emptyDetail => Object.hasOwn(emptyDetail, field);

/** What a field of an entry holds now, as its form shows it. */
export function shownValue(entry: LogEntry, field: FieldName, write: WriteTime): string {
  const time = (ms: number | null) => (ms === null ? '' : write(ms));
  if (isDetail(field)) return String(entry.details[field] ?? '');
  switch (field) {
    case 'occurred':
      return time(entry.occurredAtMs);
    case 'called':
      return time(entry.calledAtMs);
    case 'answered':
      return time(entry.answeredAtMs);
    default:
      return entry[field] ?? '';
  }
}

/** What the dialog shows of an entry. */
const shownOf = (entry: LogEntry, key: keyof CorrectionDraft, write: WriteTime): unknown => {
  if (key === 'reason') return '';
  if (key === 'toKind') return entry.kind;
  return key === 'toImportant' ? entry.important : shownValue(entry, key, write);
};

/** What is kept of a change in the dialog: what is set back to what was shown is no change any more. */
export const keptChange = (
  entry: LogEntry,
  patch: Partial<CorrectionDraft>,
  write: WriteTime,
): Partial<CorrectionDraft> =>
  Object.fromEntries(
    Object.entries(patch).map(([key, typed]) => [
      key,
      key !== 'reason' && typed === shownOf(entry, key as keyof CorrectionDraft, write) ? undefined : typed,
    ]),
  );

/** The fields of a correction that differ from the entry, and those whose time cannot be read. */
export function correctionOf(
  entry: LogEntry,
  draft: CorrectionDraft,
  write: WriteTime,
  read: ReadTime,
): { text: string | undefined; fields: Correctable; unreadable: string[] } {
  const unreadable: string[] = [];
  const fields: Correctable = {};
  const details: NonNullable<Correctable['details']> = {};
  let text: string | undefined;
  const time = (typed: string, field: string) => {
    if (typed.trim() === '') return null;
    const ms = read(typed, 'past');
    if (ms === undefined) unreadable.push(field);
    return ms ?? null;
  };
  for (const field of fieldsOfKind(draft.toKind ?? entry.kind)) {
    const typed = draft[field];
    if (typed === undefined || typed === shownValue(entry, field, write)) continue;
    if (isDetail(field)) Object.assign(details, { [field]: detailValue(field, typed) });
    else if (field === 'text') text = typed;
    else if (field === 'occurred') {
      const ms = time(typed, field);
      if (ms !== null) fields.occurredAtMs = ms;
      else if (typed.trim() === '') unreadable.push(field);
    } else if (field === 'called') fields.calledAtMs = time(typed, field);
    else if (field === 'answered') fields.answeredAtMs = time(typed, field);
    else if (field === 'urgency') fields.urgency = (typed || null) as Correctable['urgency'];
    else fields[field] = typed;
  }
  if (draft.toKind !== undefined && draft.toKind !== entry.kind) fields.kind = draft.toKind;
  if (draft.toImportant !== undefined && draft.toImportant !== entry.important)
    fields.important = draft.toImportant;
  if (Object.keys(details).length > 0) fields.details = details;
  return { text, fields, unreadable };
}
