import type { ReplyBody } from '../../../shared/protocol.ts';
import { fileName } from '../paper/file-name.ts';
import { Gate, type GateParts } from '../paper/gate.ts';
import type { Outgoing } from '../paper/outgoing.ts';
import { openFile, writing } from '../paper/system.ts';
import { errorReply } from '../reply.ts';
import type { AttachmentArchive } from './archive.ts';

export type OpenParts = GateParts & { outgoing: Outgoing; attachments: AttachmentArchive };

/** Answers `openAttachment`: a copy of an attached PDF opens in the system's reader, written into the log of papers before. */
export async function onOpenAttachment(parts: OpenParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const gate = new Gate(parts);
  const bytes = await parts.attachments.pdf(call.sha256);
  if (bytes === null) return errorReply('notFound', { entity: 'attachment' });
  const name = fileName(call.name, 'attachment', '.pdf');
  await gate.record({ kind: 'attachment', title: name, means: 'open' });
  const path = await writing(() => parts.outgoing.put(name, bytes));
  parts.outgoing.discardLater(path);
  return openFile(path);
}
