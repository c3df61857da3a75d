import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, type IpcMainInvokeEvent } from 'electron';
import { ORIGIN } from './scheme.ts';

/** What a window is for decides what its calls may do. */
export type WindowKind = 'desk' | 'print' | 'bell';

const pages: Record<WindowKind, string> = { desk: 'index.html', print: 'print.html', bell: 'bell.html' };
const kinds = new Map<number, WindowKind>();

/** The one place where windows are made: sandboxed, isolated, without Node, stated explicitly. */
export function createWindow(kind: WindowKind, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  });
  const { id } = window.webContents;
  kinds.set(id, kind);
  window.webContents.once('destroyed', () => kinds.delete(id));
  return window;
}

/** Loads a window's page; `hash` is the page's own route. */
export function loadPage(window: BrowserWindow, kind: WindowKind, hash = ''): Promise<void> {
  return window.loadURL(`${ORIGIN}/${pages[kind]}${hash}`);
}

/** The kind of window a message comes from; null unless it is the main frame of one of our pages. */
export function senderKind(event: IpcMainInvokeEvent): WindowKind | null {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return null;
  if (!frame.url.startsWith(`${ORIGIN}/`)) return null;
  return kinds.get(event.sender.id) ?? null;
}
