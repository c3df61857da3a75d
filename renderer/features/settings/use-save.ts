import { useState } from 'react';
import { useFormErrors } from '../../app/errors.ts';

/** Saving of one settings form: busy, saved, errors at the fields. */
export function useSave(fields?: readonly string[]) {
  const form = useFormErrors(fields);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setSaved(false);
    form.clear();
    try {
      await work();
      setSaved(true);
      return true;
    } catch (error) {
      form.report(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { ...form, busy, saved, save };
}
