import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { writeDurably } from '../durable.ts';
import { errorReply, valueReply } from '../reply.ts';

/** A name the page suggests may hold anything; what remains is a plain file name. */
export function safeName(name: unknown, fallback: string): string {
  if (typeof name !== 'string') return fallback;
  const plain = basename(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, '_')
    .slice(0, 120);
  return plain || fallback;
}

/** Asks where to save and writes there; value `{ saved, path? }`. */
export async function saveAs(
  window: BrowserWindow | null,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<ReplyBody> {
  if (!window) return errorReply('notAllowed', { reason: 'window' });
  const choice = await dialog.showSaveDialog(window, { defaultPath: name });
  if (choice.canceled || !choice.filePath) return valueReply({ saved: false });
  try {
    await write(choice.filePath);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Only what the system refused is about the file.
    if (syscall === undefined) throw error;
    return errorReply('storage', { reason: code === 'ENOSPC' ? 'full' : 'fileNotWritten' });
  }
  return valueReply({ saved: true, path: choice.filePath });
}

/** Opens a PDF in the system's reader; value `{ opened: true }`. */
export async function openFile(path: string): Promise<ReplyBody> {
  const problem = await shell.openPath(path);
  return problem ? errorReply('notAllowed', { reason: 'noReader' }) : valueReply({ opened: true });
}

/** Sends a PDF to the default printer (`{ printed: true }`); where no spooler takes files the reader opens it. */
export async function printFile(path: string): Promise<ReplyBody> {
  return (await spool(path)) ? valueReply({ printed: true }) : openFile(path);
}

function spool(path: string): Promise<boolean> {
  if (process.platform === 'win32') return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn('lp', ['--', path], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The papers that a reader or the printer takes from disk: kept in the data folder while the program runs. */
export class Outgoing {
  readonly #folder: string;
  #count = 0;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'outgoing');
  }

  /** Throws away what earlier runs left; a paper still open in a reader stays. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Puts a paper where another program can read it; two papers of one name do not meet. */
  async put(name: string, bytes: Uint8Array): Promise<string> {
    this.#count += 1;
    const path = join(this.#folder, String(this.#count), name);
    await writeDurably(path, bytes);
    return path;
  }
}
