import { copyFile } from 'node:fs/promises';
import type { Language, ReplyBody } from '../../shared/protocol.ts';
import { writeDurably } from './durable.ts';
import type { Documents } from './paper/documents.ts';
import { openFile, printFile, safeName, saveAs } from './paper/outgoing.ts';
import { onPaper, onSaveBytes, type PaperParts } from './paper/paper-door.ts';
import { errorReply, readObject, valueReply } from './reply.ts';

export type ShellParts = PaperParts & {
  documents: Documents;
  silence: () => void;
  testTone: () => Promise<boolean>;
  zoom: (step: number) => number;
  language: (language: Language) => void;
};

const missing = errorReply('notFound', { entity: 'document' });

async function onDocument(parts: ShellParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const path = await parts.documents.verified(call.sha256);
  if (path === null) return missing;
  if (call.op === 'openDocument') return openFile(path);
  if (call.op === 'printDocument') return printFile(path);
  return saveAs(parts.window(), safeName(call.suggestedName, 'document.pdf'), (target) =>
    copyFile(path, target),
  );
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
      return saveAs(parts.window(), safeName(call.suggestedName, 'export.json'), (path) =>
        writeDurably(path, text),
      );
    }
    case 'paper':
      return onPaper(parts, call);
    case 'saveBytes':
      return onSaveBytes(parts, call);
    default:
      return errorReply('invalid', { issues: [] });
  }
}
