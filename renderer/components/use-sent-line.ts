import { useEffect, useRef } from 'react';
import { useSession } from '../app/session.ts';
import type { TypedLine } from './quick-line-sent.ts';

/** Lines whose answer is awaited, and the fields that stand open, by the key under which a line is kept. */
const underWay = new Set<string>();
const fields = new Map<string, (sent: TypedLine) => void>();

function keep(key: string, sent: TypedLine): void {
  try {
    localStorage.setItem(key, JSON.stringify(sent));
  } catch (error) {
    console.warn('a sent line could not be kept', error instanceof Error ? error.name : error);
  }
}

/** The line kept under this key, which is gone from there; null when there is none. */
function take(key: string): TypedLine | null {
  const stored = localStorage.getItem(key);
  localStorage.removeItem(key);
  try {
    return JSON.parse(stored ?? 'null') as TypedLine | null;
  } catch {
    // What cannot be read was never a line.
    return null;
  }
}

/**
 * Keeps a line that has left its field until it is known to be saved. `send` takes it, false while another is on its way,
 * else the function to call with whether it was saved; what was not saved goes to `restore`: at once, or when its writer has
 * the field again after a change of page, a switch or a crash.
 */
export function useSentLine(name: string, restore: (sent: TypedLine) => void) {
  const key = `duty-desk-draft:${useSession().person?.id ?? 'nobody'}:${name}.sent`;
  const latest = useRef(restore);
  latest.current = restore;

  useEffect(() => {
    const field = (sent: TypedLine) => latest.current(sent);
    fields.set(key, field);
    const left = underWay.has(key) ? null : take(key);
    if (left) field(left);
    return () => {
      if (fields.get(key) === field) fields.delete(key);
    };
  }, [key]);

  return (sent: TypedLine): false | ((saved: boolean) => void) => {
    if (underWay.has(key)) return false;
    underWay.add(key);
    keep(key, sent);
    return (saved) => {
      underWay.delete(key);
      const field = fields.get(key);
      if (!saved && !field) return;
      localStorage.removeItem(key);
      if (!saved) field?.(sent);
    };
  };
}
