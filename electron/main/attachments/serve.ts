import { Readable } from 'node:stream';
import type { CallSession } from '../../../shared/protocol.ts';
import type { AttachmentArchive } from './archive.ts';
import { shownType } from './magic.ts';
import { rangeOf } from './range.ts';

const PATH = /^\/attachment\/([0-9a-f]{64})$/;

/** What serving an attached file needs: the archive, and who is at the desk at this instant. */
export type AttachmentParts = { archive: AttachmentArchive; caller: () => CallSession };

/**
 * Answers `app://desk/attachment/<sha256>`: images and recordings by what their bytes are, whole or in part, while somebody is
 * signed in and the desk is not locked. Null for everything else, which then does not exist.
 */
export async function answerAttachment(
  { archive, caller }: AttachmentParts,
  request: { url: string; method: string; headers: Pick<Headers, 'get'> },
): Promise<Response | null> {
  const url = new URL(request.url);
  const sha256 = PATH.exec(url.pathname)?.[1];
  if (request.method !== 'GET' || url.host !== 'desk' || url.search !== '' || sha256 === undefined)
    return null;
  const isOpen = () => caller().personId !== null && !caller().locked;
  if (!isOpen()) return null;
  const file = await archive.head(sha256);
  const type = file && shownType(file.head);
  if (!file || !type || !isOpen()) return null;
  const headers = {
    'content-type': type,
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
  };
  const range = rangeOf(request.headers.get('range'), file.size);
  if (range === 'bad')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.size}` },
    });
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  // Node's own declaration of a web stream is not the one of the page's types; it is the same thing.
  const body = Readable.toWeb(archive.part(sha256, start, end)) as unknown as ReadableStream;
  const length = { 'content-length': String(end - start + 1) };
  if (range === null) return new Response(body, { headers: { ...headers, ...length } });
  const part = { 'content-range': `bytes ${start}-${end}/${file.size}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...part } });
}
