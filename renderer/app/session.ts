import { useCallback, useSyncExternalStore } from 'react';
import { mayCall, type ProcedurePath } from '../../shared/contract/access.ts';
import type { SessionState } from '../../shared/protocol.ts';
import { bridge } from './bridge.ts';
import { session } from './client.ts';

let state: SessionState = { person: null, locked: false, opened: false };
let known = false;
const listeners = new Set<() => void>();

function set(next: SessionState): void {
  state = next;
  known = true;
  for (const listener of listeners) listener();
}

bridge.onEvent((event) => {
  if (event.t === 'session') set(event.state);
});

/** Asks main once at start; afterwards its events keep the state. */
export async function loadSession(): Promise<void> {
  const first = await session({ op: 'state' });
  if (!known) set(first);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Who is signed in at this desk, and whether it is locked. */
export const useSession = (): SessionState => useSyncExternalStore(subscribe, () => state);

/** Whether the person signed in may call a procedure: asked before a button is shown. */
export function useMayCall(): (path: ProcedurePath) => boolean {
  const roles = useSession().person?.roles ?? null;
  return useCallback((path) => mayCall(path, roles), [roles]);
}
