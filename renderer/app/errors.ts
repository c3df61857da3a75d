import { notifications } from '@mantine/notifications';
import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '../../shared/errors.ts';
import { wordOf } from '../locales/dynamic.ts';
import { type FieldErrors, fieldMessage } from './field-words.ts';
import { makeFormat } from './format.ts';
import { DEFAULT_ZONE } from './settings.ts';

export { type FieldErrors, fieldMessage };

const dataOf = (error: unknown): Record<string, unknown> =>
  error instanceof ORPCError && typeof error.data === 'object' && error.data !== null
    ? (error.data as Record<string, unknown>)
    : {};

/** The code of shared/errors.ts, `bug` for anything unforeseen. */
export const codeOf = (error: unknown): string => (error instanceof ORPCError ? String(error.code) : 'bug');

/** The field errors of an `invalid` refusal with translated words; empty for every other error. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  if (codeOf(error) !== 'invalid') return {};
  const issues = (dataOf(error).issues ?? []) as FieldIssue[];
  const byField: FieldErrors = {};
  for (const issue of issues) {
    const path = issue.path.filter((part) => part !== 'action').join('.');
    byField[path] ??= fieldMessage(issue.message, issue.params);
  }
  return byField;
}

/** One sentence for any refusal: what happened, what was kept, what to do. */
export function errorText(error: unknown): string {
  const data = dataOf(error);
  const t = i18next.t;
  switch (codeOf(error)) {
    case 'invalid':
      return Object.values(fieldErrorsOf(error)).join(' ') || t(($) => $.errors.invalid);
    case 'conflict':
      return wordOf(
        'errors.conflict',
        String(data.reason),
        t(($) => $.errors.conflict.other),
      );
    case 'notAllowed': {
      const at =
        typeof data.retryAtMs === 'number'
          ? makeFormat(DEFAULT_ZONE, i18next.language).timeSeconds(data.retryAtMs)
          : '';
      return wordOf(
        'errors.notAllowed',
        String(data.reason),
        t(($) => $.errors.notAllowed.role),
        { at },
      );
    }
    case 'notFound':
      return t(($) => $.errors.notFound);
    case 'owed': {
      const codes = Array.isArray(data.codes) ? data.codes.map(String) : [];
      const list = [...new Set(codes)].map((code) => wordOf('instructions.owed', code, code));
      return t(($) => $.errors.owed, { list: list.join(t(($) => $.common.listSeparator)) });
    }
    case 'storage':
      return wordOf(
        'errors.storage',
        String(data.reason),
        t(($) => $.errors.storage.other),
      );
    case 'engineDown':
      return t(($) => $.errors.engineDown);
    default:
      return t(($) => $.errors.bug, { id: String(data.id ?? '-') });
  }
}

/** Shows a refusal that belongs to no field, once, in words. */
export function notifyError(error: unknown): void {
  if (!(error instanceof ORPCError)) console.error(error);
  const message = errorText(error);
  notifications.show({
    id: message,
    color: 'red',
    title: i18next.t(($) => $.errors.title),
    message,
    autoClose: 15_000,
  });
}

/** Field errors of one form: `report(error)` puts them at their fields, anything else becomes a notification. */
export function useFormErrors(known?: readonly string[]) {
  const [errors, setErrors] = useState<FieldErrors>({});
  useTranslation();
  const report = useCallback(
    (error: unknown) => {
      const byField = fieldErrorsOf(error);
      setErrors(byField);
      // A refused field that the form does not show must not vanish.
      const shown = Object.keys(byField).filter((field) => !known || known.includes(field));
      if (shown.length === 0) notifyError(error);
    },
    [known],
  );
  const clear = useCallback((field?: string) => {
    setErrors((all) => {
      if (field === undefined) return {};
      const { [field]: _gone, ...rest } = all;
      return rest;
    });
  }, []);
  return { errors, setErrors, report, clear };
}
