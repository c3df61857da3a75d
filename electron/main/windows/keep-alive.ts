import type { BrowserWindow } from 'electron';
import { log } from '../log.ts';

const PROBE_MS = 5000;
const HUNG_AFTER_MS = 10_000;
const RELOAD_BACK_OFF_MS = [0, 1000, 3000, 10_000];
const CALM_MS = 60_000;

/** By signal: forcefullyCrashRenderer() asks the process itself, and a stopped one does not hear it. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    log.info('page process was gone', (error as NodeJS.ErrnoException).code);
  }
}

/**
 * Brings a window's page back by itself when its process is gone or hangs. Hanging is found by asking the page for an
 * answer: Chromium's own `unresponsive` comes only while somebody types into the window.
 */
export function keepPageAlive(window: BrowserWindow, load: () => Promise<void>): void {
  const { webContents } = window;
  let answeredAt = performance.now();
  let failures = 0;
  let lastFailure = 0;

  const reload = () => {
    if (window.isDestroyed()) return;
    load().catch((error: Error) => log.error('page did not load', error.message));
  };
  webContents.on('render-process-gone', (_event, details) => {
    if (window.isDestroyed() || details.reason === 'clean-exit') return;
    if (performance.now() - lastFailure > CALM_MS) failures = 0;
    const delay = RELOAD_BACK_OFF_MS[Math.min(failures, RELOAD_BACK_OFF_MS.length - 1)] ?? 0;
    failures += 1;
    lastFailure = performance.now();
    log.error(`page gone (${details.reason}); loading it again in ${delay} ms`);
    setTimeout(reload, delay);
  });
  webContents.on('did-finish-load', () => {
    answeredAt = performance.now();
  });

  let probedAt = performance.now();
  const probe = setInterval(() => {
    const now = performance.now();
    // This process slept or was busy itself: the page had no fair chance to answer.
    if (now - probedAt > 2 * PROBE_MS) answeredAt = now;
    probedAt = now;
    if (
      window.isDestroyed() ||
      webContents.isLoading() ||
      webContents.isCrashed() ||
      webContents.isDevToolsOpened()
    )
      return;
    if (now - answeredAt > HUNG_AFTER_MS) {
      log.error('page hangs; ending its process');
      answeredAt = now;
      endProcess(webContents.getOSProcessId());
      return;
    }
    webContents.executeJavaScript('0').then(
      () => {
        answeredAt = performance.now();
      },
      (error: Error) => log.warn('page probe', error.message),
    );
  }, PROBE_MS);
  window.on('closed', () => clearInterval(probe));
}
