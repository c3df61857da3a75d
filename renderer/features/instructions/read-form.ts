import { type ActionName, actionSchemas } from '../../../shared/instructions/types.ts';
import { type FieldErrors, fieldMessage } from '../../app/field-words.ts';
import { readTime } from '../../components/time-text.ts';
import type { FieldSpec, FormText } from './forms.ts';

export type ReadForm = { input: Record<string, unknown>; errors: FieldErrors };

/** Names typed into one line: separated by 、 or a comma, so that a name may hold a space. */
export const readNames = (typed: string): string[] =>
  typed
    .split(/[、,，;；\n]+/)
    .map((each) => each.trim())
    .filter(Boolean);

/** Puts a value where its dotted name says. */
function place(input: Record<string, unknown>, name: string, value: unknown): void {
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) input[outer] = value;
  else input[outer] = { ...(input[outer] as Record<string, unknown> | undefined), [inner]: value };
}

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
    if (value.trim() === '') {
      if (field.required) errors[field.name] = fieldMessage('required');
      continue;
    }
    const read = readValue(field, value, clock);
    if (read === undefined) errors[field.name] = fieldMessage('time');
    else place(input, field.name, read);
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
    case 'crew':
      return readNames(value);
    case 'yesNo':
    case 'check':
      return value === 'yes';
    case 'target': {
      const [kind, id] = value.split(':');
      return id ? { kind, id } : undefined;
    }
    default:
      return value;
  }
}
