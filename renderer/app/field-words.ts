import i18next from 'i18next';
import type { FieldIssue } from '../../shared/errors.ts';
import { wordOf } from '../locales/dynamic.ts';

/** Messages by field; a nested field is joined with dots (`crew.officerIds`). */
export type FieldErrors = Record<string, string>;

/** The words of one field issue; zod's own messages, which are no keys, become a general sentence. */
export const fieldMessage = (code: string, params?: FieldIssue['params']): string =>
  wordOf(
    'field',
    code,
    i18next.t(($) => $.field.other),
    { value: '', ...params },
  );
