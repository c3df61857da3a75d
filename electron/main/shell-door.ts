import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { Language, ReplyBody } from '../../shared/protocol.ts';
import { writeDurably } from './durable.ts';
import type { Documents } from './paper/documents.ts';
import { errorReply, readObject, valueReply } from './reply.ts';

export type ShellParts = {
  window: () => BrowserWindow | null;
  documents: Documents;
  silence: () => void;
  testTone: () => Promise<boolean>;
  zoom: (step: number) => number;
  language: (language: Language) => void;
};

const missing = errorReply('notFound', { entity: 'document' });

/** A name the page suggests may hold anything; what remains is a plain file name. */
function safeName(name: unknown, fallback: string): string {
  if (typeof name !== 'string') return fallback;
  const plain = basename(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, '_')
    .slice(0, 120);
  return plain || fallback;
}

async function saveAs(
  parts: ShellParts,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<ReplyBody> {
  const window = parts.window();
  if (!window) return errorReply('notAllowed', { reason: 'window' });
  const choice = await dialog.showSaveDialog(window, { defaultPath: name });
  if (choice.canceled || !choice.filePath) return valueReply({ saved: false });
  try {
    await write(choice.filePath);
  } catch (error) {
    return errorReply('storage', { reason: (error as NodeJS.ErrnoException).code ?? 'write' });
  }
  return valueReply({ saved: true, path: choice.filePath });
}

/** Sends a PDF to the default printer; false where no spooler takes files. */
function spool(path: string): Promise<boolean> {
  if (process.platform === 'win32') return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn('lp', ['--', path], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function openFile(path: string): Promise<ReplyBody> {
  const problem = await shell.openPath(path);
  return problem ? errorReply('notAllowed', { reason: 'noReader' }) : valueReply({ opened: true });
}

async function onDocument(parts: ShellParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const path = await parts.documents.verified(call.sha256);
  if (path === null) return missing;
  if (call.op === 'openDocument') return openFile(path);
  if (call.op === 'saveDocument') {
    return saveAs(parts, safeName(call.suggestedName, 'document.pdf'), (target) => copyFile(path, target));
  }
  // Without a spooler the officer prints from the reader.
  return (await spool(path)) ? valueReply({ printed: true }) : openFile(path);
}

/** Answers one message of the shell door. */
export async function handleShell(parts: ShellParts, body: string): Promise<ReplyBody> {
  const call = readObject(body);
  switch (call?.op) {
    case 'silence':
      parts.silence();
      return valueReply({ silenced: true });
    case 'testTone':
      return valueReply({ heard: await parts.testTone() });
    case 'zoom':
      return valueReply({ level: parts.zoom(typeof call.step === 'number' ? call.step : 0) });
    case 'language':
      parts.language(call.language === 'en' ? 'en' : 'zh-CN');
      return valueReply({ ok: true });
    case 'openDocument':
    case 'saveDocument':
    case 'printDocument':
      return onDocument(parts, call);
    case 'saveText': {
      const { text } = call;
      if (typeof text !== 'string') return errorReply('invalid', { issues: [] });
      return saveAs(parts, safeName(call.suggestedName, 'export.json'), (path) => writeDurably(path, text));
    }
    default:
      return errorReply('invalid', { issues: [] });
  }
}
