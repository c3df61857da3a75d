import { copyFile } from 'node:fs/promises';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { writeDurably } from '../durable.ts';
import { errorReply, valueReply } from '../reply.ts';
import type { Documents } from './documents.ts';
import { fileName } from './file-name.ts';
import { Gate } from './gate.ts';
import type { PaperParts } from './paper-door.ts';
import { hasSpooler, openFile, saveAs, spool, writing } from './system.ts';

export type DocumentParts = Pick<PaperParts, 'caller' | 'ask' | 'window'> & { documents: Documents };

const missing = errorReply('notFound', { entity: 'document' });

/** Answers `openDocument`, `printDocument` and `saveDocument`: the very bytes that were sealed, while somebody is at the desk. */
export async function onDocument(parts: DocumentParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const gate = new Gate(parts);
  const path = await parts.documents.verified(call.sha256);
  if (path === null) return missing;
  gate.check();
  if (call.op === 'openDocument') return openFile(path);
  if (call.op === 'printDocument') {
    const taken = (await hasSpooler()) && (await spool(path));
    gate.check();
    return taken ? valueReply({ printed: true }) : openFile(path);
  }
  return saveAs(parts.window(), fileName(call.suggestedName, 'document', '.pdf'), (target) => {
    gate.check();
    return writing(() => copyFile(path, target));
  });
}

/** Answers `saveText`: writes a bureau file where the administrator chooses. */
export async function onSaveText(parts: DocumentParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const { text } = call;
  if (typeof text !== 'string') return errorReply('invalid', { issues: [] });
  const gate = new Gate(parts);
  return saveAs(parts.window(), fileName(call.suggestedName, 'export', '.json'), (path) => {
    gate.check();
    return writing(() => writeDurably(path, text));
  });
}
