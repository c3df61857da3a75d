import type { Language, ReplyBody } from '../../shared/protocol.ts';
import { type OpenParts, onOpenAttachment } from './attachments/open.ts';
import { type DocumentParts, onDocument, onSaveText } from './paper/document-door.ts';
import { Refusal } from './paper/gate.ts';
import { onPaper, onSaveBytes, type PaperParts } from './paper/paper-door.ts';
import { errorReply, readObject, valueReply } from './reply.ts';

export type ShellParts = PaperParts &
  DocumentParts &
  OpenParts & {
    silence: () => void;
    testTone: () => Promise<boolean>;
    zoom: (step: number) => number;
    language: (language: Language) => void;
  };

/** Answers one message of the shell door. */
export async function handleShell(parts: ShellParts, body: string): Promise<ReplyBody> {
  try {
    return await answer(parts, body);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

async function answer(parts: ShellParts, body: string): Promise<ReplyBody> {
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
    case 'openAttachment':
      return onOpenAttachment(parts, call);
    case 'saveText':
      return onSaveText(parts, call);
    case 'paper':
      return onPaper(parts, call);
    case 'saveBytes':
      return onSaveBytes(parts, call);
    default:
      return errorReply('invalid', { issues: [] });
  }
}
