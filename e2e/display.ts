import { needsVirtualDisplay, startVirtualDisplay } from '../scripts/xvfb.mjs';

/** Playwright's global set-up: a display for all tests, taken away at the end. */
export default async function display(): Promise<(() => void) | undefined> {
  if (!needsVirtualDisplay()) return undefined;
  const virtual = await startVirtualDisplay();
  process.env.DISPLAY = virtual.display;
  return virtual.stop;
}
