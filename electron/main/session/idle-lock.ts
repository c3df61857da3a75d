import { powerMonitor } from 'electron';

const CHECK_MS = 1000;
const DEFAULT_LIMIT_S = 600;

/** Seconds until the desk locks itself; tests shorten it. */
export function idleLimit(override: string | undefined, isPackaged: boolean): number {
  const seconds = Number(override);
  return !isPackaged && seconds > 0 ? seconds : DEFAULT_LIMIT_S;
}

/** Locks when nobody touched the machine for a while. `lastInputMs` covers input the system does not count as such. */
export function watchIdle(limitS: number, lastInputMs: () => number, lock: () => void): void {
  setInterval(() => {
    const here = (performance.now() - lastInputMs()) / 1000;
    if (Math.min(powerMonitor.getSystemIdleTime(), here) >= limitS) lock();
  }, CHECK_MS);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
}
