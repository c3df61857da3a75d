import { useEffect, useRef } from 'react';

type Handler = (event: KeyboardEvent) => void;

/** The newest handler of a key wins: a page may take F3 for itself while it is open. */
const handlers = new Map<string, Handler[]>();

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
  const handler = handlers.get(name)?.at(-1);
  if (!handler) return;
  event.preventDefault();
  handler(event);
});

/** Registers a key of ux.md for as long as the component lives; never fires while an input method composes. */
export function useHotkey(name: string, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    const run: Handler = (event) => latest.current(event);
    handlers.set(name, [...(handlers.get(name) ?? []), run]);
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((h) => h !== run),
      );
    };
  }, [name, enabled]);
}
