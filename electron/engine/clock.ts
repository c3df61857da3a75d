/** The engine's clock: read once per call, settable in tests and replays. */
export type Clock = { now(): number };

/** The machine's clock, or one that starts at `startAtMs` now and runs on (development and demo only). */
export function systemClock(startAtMs?: number): Clock {
  const shift = startAtMs === undefined ? 0 : startAtMs - Date.now();
  return { now: () => Date.now() + shift };
}

/** A clock that stands until it is moved. */
export class SettableClock implements Clock {
  #ms: number;
  constructor(ms: number) {
    this.#ms = ms;
  }
  now(): number {
    return this.#ms;
  }
  set(ms: number): void {
    this.#ms = ms;
  }
}
