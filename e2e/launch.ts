import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime } from '../scripts/electron-runtime.mjs';

const root = resolve(import.meta.dirname, '..');
const CLOSE_LIMIT_MS = 10_000;

/** The built desk, running on its own data folder. */
export type Desk = { app: ElectronApplication; page: Page; dataDir: string; close: () => Promise<void> };

export type LaunchOptions = {
  /** A folder to use and keep; without it a new one that goes with the desk. */
  dataDir?: string;
  /** Further environment, for example DUTY_DESK_NOW or DUTY_DESK_IDLE_S. */
  env?: Record<string, string>;
  args?: string[];
};

async function deskPage(app: ElectronApplication): Promise<Page> {
  const isDesk = (page: Page) => /^app:\/\/desk\/(index\.html)?(#|$)/.test(page.url());
  const open = app.windows().find(isDesk);
  if (open) return open;
  return app.waitForEvent('window', { predicate: isDesk });
}

/** A program that hangs at its end must not hang the tests. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const limit = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS);
  await app.close();
  clearTimeout(limit);
}

/** Starts the built desk in the real Electron and waits for its page. Needs `out/` and a display (see display.ts). */
export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const { path } = await electronRuntime();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'duty-desk-e2e-')));
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: path,
    chromiumSandbox: !asRoot,
    args: [root, '--data-dir', dataDir, ...(options.args ?? []), ...(asRoot ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
    timeout: 120_000,
  });
  const page = await deskPage(app);
  await page.waitForLoadState('load');
  const close = async () => {
    await closeApp(app);
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  return { app, page, dataDir, close };
}
