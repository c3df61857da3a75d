import { useEffect, useRef } from 'react';

type Handler = (event: KeyboardEvent) => void;
type Registered = { run: Handler; ofPage: boolean };

/** The newest handler of a key wins: a page may take F3 for itself while it is open. */
const handlers = new Map<string, Registered[]>();

/** A dialog lies over the page, whoever opened it. */
const underDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `F2`, `Ctrl+K`, `Alt+L`, `/`: the name under which a handler is registered. */
function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

window.addEventListener('keydown', (event) => {
  // 229 is what browsers report while an input method composes.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.repeat) return;
  const name = nameOf(event);
  if ((name === '/' || name === '?') && isTyping(event.target)) return;
  const blocked = underDialog();
  const newest = handlers.get(name)?.at(-1);
  if (!newest) return;
  event.preventDefault();
  const handler = blocked ? handlers.get(name)?.findLast((h) => !h.ofPage) : newest;
  handler?.run(event);
});

/**
 * Registers a key of ux.md for as long as the component lives; never fires while an input method composes. A key of the
 * page (`ofPage`) rests while a dialog lies over it: nothing opens or moves behind a dialog.
 */
export function useHotkey(name: string, handler: Handler, enabled = true, ofPage = false): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    const own: Registered = { run: (event) => latest.current(event), ofPage };
    handlers.set(name, [...(handlers.get(name) ?? []), own]);
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((h) => h !== own),
      );
    };
  }, [name, enabled, ofPage]);
}
