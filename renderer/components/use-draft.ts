import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useSession } from '../app/session.ts';

const parse = (stored: string | null): unknown => {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    // A draft that cannot be read is no draft; the form starts empty.
    return null;
  }
};

const listeners = new Set<() => void>();

/** After the present rendering: a draft may be kept while React works out the next values. */
const announce = () =>
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
};

const useDraftKey = (name: string) => `duty-desk-draft:${useSession().person?.id ?? 'nobody'}:${name}`;

/** False when the storage has no room for it: the form still holds it, but a crash would lose it. */
function keep(key: string, values: object): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(values));
    announce();
    return true;
  } catch (error) {
    console.warn('a draft could not be kept', error instanceof Error ? error.name : error);
    return false;
  }
}

/**
 * The values of a form that survive closing, lock, switch and crash: kept per person in this window's storage until
 * `clear`. `kept` is false while what is typed does not fit there. Never for passwords or PINs.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const key = useDraftKey(name);
  const start = useRef(initial);
  const load = useCallback(
    (): T => ({ ...start.current, ...((parse(localStorage.getItem(key)) as Partial<T>) ?? {}) }),
    [key],
  );
  const [values, setValues] = useState<T>(load);
  const kept = useRef(true);
  const loadedFor = useRef(key);

  useEffect(() => {
    if (loadedFor.current === key) return;
    loadedFor.current = key;
    setValues(load());
  }, [key, load]);

  const change = useCallback(
    (patch: Partial<T> | ((old: T) => Partial<T>)) => {
      setValues((old) => {
        const next = { ...old, ...(typeof patch === 'function' ? patch(old) : patch) };
        kept.current = keep(key, next);
        return next;
      });
    },
    [key],
  );

  const clear = useCallback(() => {
    localStorage.removeItem(key);
    kept.current = true;
    announce();
    setValues(start.current);
  }, [key]);

  return { values, change, clear, kept: kept.current };
}

/** What is kept of a form that is not open, as it is now; null when nothing is. */
export function useStoredDraft<T extends object>(name: string): Partial<T> | null {
  const key = useDraftKey(name);
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(key));
  return useMemo(() => parse(stored) as Partial<T> | null, [stored]);
}
