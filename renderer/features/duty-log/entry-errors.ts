import { useCallback, useState } from 'react';
import { fieldErrorsOf, fieldMessage, notifyError } from '../../app/errors.ts';
import type { FieldErrors } from '../../app/field-words.ts';

const times: Record<string, string> = {
  occurredAtMs: 'occurred',
  calledAtMs: 'called',
  answeredAtMs: 'answered',
  'followUp.owner': 'owner',
  'followUp.dueAtMs': 'due',
};

/** The field of the form that a refused path of the input came from. */
export function fieldOfPath(path: string, names: Readonly<Record<string, string>> = {}): string {
  const plain = path.replace(/^fields\./, '').replace(/^details\./, '');
  return names[path] ?? times[plain] ?? plain;
}

type Issue = { path: string; message: string };

/** Errors by field of the form; what belongs to no field that it shows becomes a notification. */
export function useEntryErrors() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const refuse = useCallback((issues: readonly Issue[], names?: Readonly<Record<string, string>>) => {
    const byField: FieldErrors = {};
    for (const { path, message } of issues) byField[fieldOfPath(path, names)] ??= fieldMessage(message);
    setErrors(byField);
  }, []);
  const report = useCallback(
    (error: unknown, shown: (field: string) => boolean, names?: Readonly<Record<string, string>>) => {
      const entries = Object.entries(fieldErrorsOf(error)).map(([p, words]) => [
        fieldOfPath(p, names),
        words,
      ]);
      setErrors(Object.fromEntries(entries) as FieldErrors);
      if (!entries.some(([field]) => field !== undefined && shown(field))) notifyError(error);
    },
    [],
  );
  const forget = useCallback((field: string) => {
    setErrors(({ [field]: _gone, ...rest }) => rest);
  }, []);
  return { errors, refuse, report, forget, clear: useCallback(() => setErrors({}), []) };
}
