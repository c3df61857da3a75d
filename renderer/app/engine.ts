import { useSyncExternalStore } from 'react';
import type { WindowEvent } from '../../shared/protocol.ts';
import { bridge } from './bridge.ts';

/** Whether the engine answers. `recoveredAt` is set when it came back after having been away. */
export type EngineState = {
  status: Extract<WindowEvent, { t: 'engine' }>['status'];
  fatalCode: string;
  message: string;
  recoveredAt: number | null;
};

let wasUp = false;
let state: EngineState = { status: 'up', fatalCode: '', message: '', recoveredAt: null };
const listeners = new Set<() => void>();

bridge.onEvent((event) => {
  if (event.t !== 'engine') return;
  const back = event.status === 'up' && state.status !== 'up' && wasUp;
  wasUp ||= event.status === 'up';
  state = {
    status: event.status,
    fatalCode: event.fatalCode ?? '',
    message: event.message ?? '',
    recoveredAt: back ? performance.now() : state.recoveredAt,
  };
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The engine's state as main last told it. */
export const useEngine = (): EngineState => useSyncExternalStore(subscribe, () => state);
