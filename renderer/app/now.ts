import { useSyncExternalStore } from 'react';
import { bridge } from './bridge.ts';

let offsetMs = 0;

/** The engine's clock as this window knows it. Never used to decide, only to show. */
export const engineNow = (): number => Date.now() + offsetMs;

/** Takes the engine's clock from any answer that carries it. */
export function setEngineNow(nowMs: number): void {
  const offset = nowMs - Date.now();
  // Below this the difference is the way of the message, and correcting it would make seconds jump.
  if (Math.abs(offset - offsetMs) > 250) offsetMs = offset;
}

bridge.onEvent((event) => {
  if (event.t === 'engine' && event.nowMs !== undefined) setEngineNow(event.nowMs);
});

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
  schedule();
}

/** On the second of the engine's clock, so that all countdowns change together. */
function schedule(): void {
  timer = listeners.size > 0 ? setTimeout(tick, 1000 - (engineNow() % 1000) + 5) : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
}

/** The engine's time, floored to `everyMs` so that a component renders only as often as it shows a change. */
export function useNow(everyMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(engineNow() / everyMs) * everyMs);
}
