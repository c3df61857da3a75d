import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import type { BellOrder, WindowEvent } from '../../../shared/protocol.ts';
import { log } from '../log.ts';
import { createWindow, loadPage } from './factory.ts';
import { keepPageAlive } from './keep-alive.ts';

/** Chromium writes a page's storage some seconds late; of a call being typed a crash may take one second at most. */
const DRAFTS_TO_DISK_MS = 1000;

function keepDrafts(window: BrowserWindow): void {
  const { session } = window.webContents;
  const timer = setInterval(() => session.flushStorageData(), DRAFTS_TO_DISK_MS);
  window.once('closed', () => clearInterval(timer));
}

/** Opens the desk. `currentState` is sent to the page whenever it (re)loads, so it never starts from a guess. */
export function openDeskWindow(currentState: () => WindowEvent[]): BrowserWindow {
  const area = screen.getPrimaryDisplay().workAreaSize;
  const window = createWindow('desk', {
    width: Math.min(1440, area.width),
    height: Math.min(900, area.height),
    minWidth: 1024,
    minHeight: 640,
    title: '值班台',
    backgroundColor: '#eef0f3',
    show: false,
  });
  const load = () => loadPage(window, 'desk');
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', () => {
    for (const event of currentState()) sendEvent(window, event);
  });
  keepPageAlive(window, load);
  keepDrafts(window);
  load().catch((error: Error) => log.error('desk did not load', error.message));
  return window;
}

/** Sends one event to a page, if its window is still there. */
export function sendEvent(window: BrowserWindow | null, event: WindowEvent | BellOrder): void {
  if (window && !window.isDestroyed() && !window.webContents.isCrashed())
    window.webContents.send('desk-event', event);
}

/** Leaves a picture of a window on disk, once it has had time to show its first data. */
export async function saveFirstPicture(window: BrowserWindow, file: string): Promise<void> {
  await new Promise<void>((resolve) => {
    if (!window.webContents.isLoading()) resolve();
    else window.webContents.once('did-finish-load', () => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const picture = await window.webContents.capturePage();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture.toPNG());
  process.stderr.write(`First window: ${file}\n`);
}
