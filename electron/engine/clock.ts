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

/** Compares the wall clock with the monotonic one, so that a step of the system's clock is noticed. */
export class ClockWatch {
  #wallMs = Date.now();
  #monotonicMs = performance.now();

  /** Milliseconds the wall clock has stepped since the last look, 0 for less than two seconds. */
  step(): number {
    const wall = Date.now();
    const monotonic = performance.now();
    const stepMs = Math.round(wall - this.#wallMs - (monotonic - this.#monotonicMs));
    this.#wallMs = wall;
    this.#monotonicMs = monotonic;
    return Math.abs(stepMs) < 2000 ? 0 : stepMs;
  }
}
