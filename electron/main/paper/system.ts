import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { errorReply, valueReply } from '../reply.ts';
import { Refusal } from './gate.ts';

/** Runs a step that writes a file: what the system refuses becomes a Refusal that says so. */
export async function writing<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Only what the system refused is about the file.
    if (syscall === undefined) throw error;
    throw new Refusal(errorReply('storage', { reason: code === 'ENOSPC' ? 'full' : 'fileNotWritten' }));
  }
}

/** Asks where to save, then lets `write` write there; value `{ saved, path? }`. */
export async function saveAs(
  window: BrowserWindow | null,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<ReplyBody> {
  if (!window) return errorReply('notAllowed', { reason: 'window' });
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
  if (canceled || !filePath) return valueReply({ saved: false });
  await write(filePath);
  return valueReply({ saved: true, path: filePath });
}

/** Opens a PDF in the system's reader; value `{ opened: true }`. */
export async function openFile(path: string): Promise<ReplyBody> {
  const problem = await shell.openPath(path);
  return problem ? errorReply('notAllowed', { reason: 'noReader' }) : valueReply({ opened: true });
}

/** Whether this machine has a spooler that takes files; Windows has none. */
export async function hasSpooler(): Promise<boolean> {
  if (process.platform === 'win32') return false;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = await access(join(folder, 'lp'), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

/** Gives a PDF to the default printer's queue, which takes a copy; false when it was not taken. */
export function spool(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('lp', ['--', path], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
