/** The desk's time in main: the wall clock, or for tests a clock that starts elsewhere and runs on. */
export type Clock = {
  nowMs: () => number;
  /** What a (re)started engine must take as now; null for the wall clock. */
  startForEngine: () => string | null;
};

/** `start` is an ISO time, honoured only where the caller allows it (never in a packaged program). */
export function createClock(start: string | undefined): Clock {
  const startMs = start ? Date.parse(start) : Number.NaN;
  if (Number.isNaN(startMs)) return { nowMs: Date.now, startForEngine: () => null };
  const offset = startMs - Date.now();
  const nowMs = () => Date.now() + offset;
  // An engine that comes back after a crash must not jump back to the start.
  return { nowMs, startForEngine: () => new Date(nowMs()).toISOString() };
}
