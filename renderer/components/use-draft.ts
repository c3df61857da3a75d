import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session.ts';

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // A draft that cannot be read is no draft; the form starts empty.
    return null;
  }
};

/**
 * The values of a form that survive closing, lock, switch and crash: kept per person in this window's storage until
 * `clear`. Never for passwords or PINs.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const person = useSession().person?.id ?? 'nobody';
  const key = `duty-desk-draft:${person}:${name}`;
  const start = useRef(initial);
  const load = useCallback((): T => ({ ...start.current, ...((read(key) as Partial<T>) ?? {}) }), [key]);
  const [values, setValues] = useState<T>(load);
  const loadedFor = useRef(key);

  useEffect(() => {
    if (loadedFor.current === key) return;
    loadedFor.current = key;
    setValues(load());
  }, [key, load]);

  const change = useCallback(
    (patch: Partial<T>) => {
      setValues((old) => {
        const next = { ...old, ...patch };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );

  const clear = useCallback(() => {
    localStorage.removeItem(key);
    setValues(start.current);
  }, [key]);

  return { values, change, clear };
}
