import type { BrowserWindow } from 'electron';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { writeDurably } from '../durable.ts';
import { log } from '../log.ts';
import { errorReply } from '../reply.ts';
import { layoutOf, type PaperLayout } from './forms.ts';
import { type Outgoing, openFile, printFile, safeName, saveAs } from './outgoing.ts';
import { PaperError } from './render.ts';

export type PaperParts = {
  window: () => BrowserWindow | null;
  /** Whether somebody is signed in and the desk unlocked: the print window itself speaks as the system. */
  mayRead: () => boolean;
  render: (route: string, layout: PaperLayout) => Promise<Uint8Array>;
  outgoing: Outgoing;
};

const locked = errorReply('notAllowed', { reason: 'locked' });
const refused = errorReply('invalid', { issues: [] });

/** Papers are made one after the other: each needs a window of its own, and a desk has one printer. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Answers `paper`: makes a form into a PDF and opens, saves or prints it. Why it cannot be is a typed reply. */
export async function onPaper(parts: PaperParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const { form, action } = call;
  const layout = layoutOf(form);
  if (typeof form !== 'string' || layout === null) return refused;
  if (!parts.mayRead()) return locked;
  const name = safeName(call.suggestedName, 'paper.pdf');
  const make = () => inTurn(() => parts.render(form, layout));
  try {
    switch (action) {
      case 'save':
        return await saveAs(parts.window(), name, async (path) => writeDurably(path, await make()));
      case 'open':
        return await openFile(await parts.outgoing.put(name, await make()));
      case 'print':
        return await printFile(await parts.outgoing.put(name, await make()));
      default:
        return refused;
    }
  } catch (error) {
    if (!(error instanceof PaperError)) throw error;
    log.warn(error.message);
    if (error.code === 'notFound') return errorReply('notFound', { entity: 'paper' });
    if (error.code === 'conflict') return errorReply('conflict', { reason: error.reason });
    return errorReply('conflict', { reason: 'paperNotMade' });
  }
}

/** Answers `saveBytes`: writes a workbook where the officer chooses. */
export async function onSaveBytes(parts: PaperParts, call: Record<string, unknown>): Promise<ReplyBody> {
  const { base64 } = call;
  if (typeof base64 !== 'string') return refused;
  if (!parts.mayRead()) return locked;
  return saveAs(parts.window(), safeName(call.suggestedName, 'list.xlsx'), (path) =>
    writeDurably(path, Buffer.from(base64, 'base64')),
  );
}
