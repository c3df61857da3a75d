import { type ActionName, actionSchemas } from '../../../shared/instructions/types.ts';
import { type FieldErrors, fieldMessage } from '../../app/errors.ts';
import { readTime } from '../../components/time-text.ts';
import type { FieldSpec } from './forms.ts';

/** A form's values as typed; `kind:id` for a target, `''` for what was not chosen. */
export type FormText = Record<string, string>;

export type ReadForm = { input: Record<string, unknown>; errors: FieldErrors };

/** Turns what was typed into the action's input; what cannot be read is named at its field. */
export function readForm(
  action: ActionName,
  fields: readonly FieldSpec[],
  typed: FormText,
  fixed: Record<string, unknown>,
  clock: { nowMs: number; timeZone: string },
): ReadForm {
  const input: Record<string, unknown> = { ...fixed };
  const errors: FieldErrors = {};
  for (const field of fields) {
    const value = typed[field.name] ?? '';
    if (value.trim() === '' && !field.required) continue;
    const read = readValue(field, value, clock);
    if (read === undefined) errors[field.name] = fieldMessage(value.trim() === '' ? 'required' : 'time');
    else input[field.name] = read;
  }
  const checked = actionSchemas[action].safeParse(input);
  for (const issue of checked.error?.issues ?? []) {
    errors[issue.path.map(String).join('.')] ??= fieldMessage(issue.message);
  }
  return { input, errors };
}

function readValue(field: FieldSpec, value: string, clock: { nowMs: number; timeZone: string }): unknown {
  switch (field.kind) {
    case 'time':
      return readTime(value, clock.nowMs, clock.timeZone);
    case 'due':
      return readTime(value, clock.nowMs, clock.timeZone, 'future');
    case 'list':
      return value.split(/[、,，;；\s]+/).filter(Boolean);
    case 'uniform':
      return value === 'yes';
    case 'target': {
      const [kind, id] = value.split(':');
      return id ? { kind, id } : undefined;
    }
    default:
      return value;
  }
}
