import type { BrowserWindow } from 'electron';
import type { PaperMeans } from '../../../shared/papers/types.ts';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { writeDurably } from '../durable.ts';
import { log } from '../log.ts';
import { errorReply, valueReply } from '../reply.ts';
import { fileName } from './file-name.ts';
import { layoutOf, type PaperLayout } from './forms.ts';
import { Gate, type GateParts } from './gate.ts';
import type { Outgoing } from './outgoing.ts';
import { PaperError } from './render.ts';
import { hasSpooler, openFile, saveAs, spool, writing } from './system.ts';

export type PaperParts = GateParts & {
  window: () => BrowserWindow | null;
  render: (route: string, layout: PaperLayout) => Promise<Uint8Array>;
  outgoing: Outgoing;
};

type Call = Record<string, unknown>;

/** A form on its way: made when its turn comes, written into the log of papers before it leaves. */
type Paper = {
  name: string;
  make: () => Promise<Uint8Array>;
  record: (means: PaperMeans) => Promise<void>;
};

const refused = errorReply('invalid', { issues: [] });

/** Papers are made one after the other: each needs a window of its own, and a desk has one printer. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Answers `paper`: makes a form into a PDF, logs it and opens, saves or prints it. Why it cannot be is a typed reply or a
 * Refusal; then nothing has left.
 */
export async function onPaper(parts: PaperParts, call: Call): Promise<ReplyBody> {
  const { form, action, kind, title } = call;
  const layout = layoutOf(form);
  if (typeof form !== 'string' || layout === null) return refused;
  const gate = new Gate(parts);
  const paper: Paper = {
    name: fileName(call.suggestedName, 'paper', '.pdf'),
    make: () =>
      inTurn(() => {
        gate.check();
        return parts.render(form, layout);
      }),
    record: (means) => gate.record({ kind, title, means }),
  };
  try {
    if (action === 'save') return await save(parts, paper);
    if (action === 'open') return await open(parts, paper, await paper.make());
    if (action === 'print') return await print(parts, paper);
    return refused;
  } catch (error) {
    if (!(error instanceof PaperError)) throw error;
    log.warn(error.message);
    if (error.code === 'notFound') return errorReply('notFound', { entity: 'paper' });
    if (error.code === 'conflict') return errorReply('conflict', { reason: error.reason });
    return errorReply('conflict', { reason: 'paperNotMade' });
  }
}

/** The place is chosen first: what is then cancelled has not left and is not logged. */
const save = (parts: PaperParts, { name, make, record }: Paper): Promise<ReplyBody> =>
  saveAs(parts.window(), name, async (path) => {
    const pdf = await make();
    await record('pdf');
    await writing(() => writeDurably(path, pdf));
  });

async function open({ outgoing }: PaperParts, { name, record }: Paper, pdf: Uint8Array): Promise<ReplyBody> {
  await record('open');
  const path = await writing(() => outgoing.put(name, pdf));
  outgoing.discardLater(path);
  return openFile(path);
}

/** Value `{ printed: true }`; without a spooler, or when it does not take the paper, the reader opens it. */
async function print(parts: PaperParts, paper: Paper): Promise<ReplyBody> {
  const pdf = await paper.make();
  if (!(await hasSpooler())) return open(parts, paper, pdf);
  await paper.record('print');
  const path = await writing(() => parts.outgoing.put(paper.name, pdf));
  const taken = await spool(path);
  await parts.outgoing.discard(path);
  return taken ? valueReply({ printed: true }) : open(parts, paper, pdf);
}

/** Answers `saveBytes`: writes a file that can be edited (a workbook, the .docx of a sheet) where the officer chooses, logged before. */
export async function onSaveBytes(parts: PaperParts, call: Call): Promise<ReplyBody> {
  const { base64, kind, title } = call;
  if (typeof base64 !== 'string') return refused;
  const gate = new Gate(parts);
  const extension = kind === 'handoverDocument' ? '.docx' : '.xlsx';
  return saveAs(parts.window(), fileName(call.suggestedName, 'list', extension), async (path) => {
    await gate.record({ kind, title, means: 'xlsx' });
    await writing(() => writeDurably(path, Buffer.from(base64, 'base64')));
  });
}
