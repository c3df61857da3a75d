import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CallSession } from '../../../shared/protocol.ts';
import { Refusal } from '../paper/gate.ts';
import { Outgoing } from '../paper/outgoing.ts';
import { AttachmentArchive } from './archive.ts';
import { shownType } from './magic.ts';
import { onOpenAttachment } from './open.ts';
import { rangeOf } from './range.ts';
import { answerAttachment } from './serve.ts';

const electron = vi.hoisted(() => ({ openPath: vi.fn() }));
vi.mock('../log.ts', () => ({ log: { warn: vi.fn() } }));
vi.mock('electron', () => ({ dialog: {}, shell: { openPath: electron.openPath }, BrowserWindow: class {} }));
beforeEach(() => electron.openPath.mockReset().mockResolvedValue(''));

const someone: CallSession = { personId: 'p1', locked: false };
const png = Buffer.from('\x89PNG\r\n\x1a\n and what follows', 'latin1');
const pdf = Buffer.from('%PDF-1.4 and what follows');

function desk() {
  const dataDir = mkdtempSync(join(tmpdir(), 'duty-desk-attached-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  mkdirSync(join(dataDir, 'attachments', 'incoming'), { recursive: true });
  const state = { caller: someone };
  const logged: unknown[] = [];
  const archive = new AttachmentArchive(dataDir);
  const put = (bytes: Buffer): string => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(dataDir, 'attachments', sha256), bytes);
    return sha256;
  };
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    answerAttachment(
      { archive, caller: () => state.caller },
      { url: `app://desk${path}`, method, headers: new Headers(headers) },
    );
  const open = (call: Record<string, unknown>) =>
    onOpenAttachment(
      {
        caller: () => state.caller,
        ask: async (_caller, _path, input) => {
          logged.push(input);
          return { v: { ok: true } };
        },
        outgoing: new Outgoing(dataDir),
        attachments: archive,
      },
      call,
    ).catch((error: unknown) => {
      if (error instanceof Refusal) return error.reply;
      throw error;
    });
  return { dataDir, state, logged, put, get, open };
}

describe('a file is shown', () => {
  it('whole, by what its bytes are, never sniffed and never as a page', async () => {
    const { put, get } = desk();
    const answer = await get(`/attachment/${put(png)}`);
    expect(answer?.status).toBe(200);
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(Buffer.from((await answer?.arrayBuffer()) as ArrayBuffer).equals(png)).toBe(true);
  });

  it('in parts', async () => {
    const { put, get } = desk();
    const answer = await get(`/attachment/${put(png)}`, { range: 'bytes=1-3' });
    expect(answer?.status).toBe(206);
    expect(answer?.headers.get('content-range')).toBe(`bytes 1-3/${png.length}`);
    expect(await answer?.text()).toBe('PNG');
    expect((await get(`/attachment/${put(png)}`, { range: 'bytes=999-' }))?.status).toBe(416);
  });

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html><p>',
    '%PDF-1.4',
    'MZ\x90',
    '',
    'text',
  ])('but not %j', async (begins) => {
    const { put, get } = desk();
    expect(await get(`/attachment/${put(Buffer.from(begins))}`)).toBeNull();
  });

  it.each<[CallSession]>([[{ personId: 'p1', locked: true }], [{ personId: null, locked: false }]])(
    'but not to %j',
    async (caller) => {
      const { state, put, get } = desk();
      const sha256 = put(png);
      state.caller = caller;
      expect(await get(`/attachment/${sha256}`)).toBeNull();
    },
  );

  it('and nothing else is, whatever the address says', async () => {
    const { dataDir, put, get } = desk();
    const sha256 = put(png);
    writeFileSync(join(dataDir, 'duty-desk.db'), png);
    writeFileSync(join(dataDir, 'attachments', 'incoming', 'half'), png);
    const paths = [
      '/attachment/',
      '/attachment/0000',
      `/attachment/${'0'.repeat(64)}`,
      `/attachment/${sha256.toUpperCase()}`,
      `/attachment/${sha256}/`,
      `/attachment/${sha256}?x=1`,
      `/attachment/${sha256}.png`,
      `/attachment/../duty-desk.db`,
      '/attachment/..%2fduty-desk.db',
      '/attachment/%2e%2e/duty-desk.db',
      '/attachment/incoming/half',
      `/Attachment/${sha256}`,
      `//attachment/${sha256}`,
      `/attachment/${sha256}%00`,
    ];
    for (const path of paths) expect(await get(path), path).toBeNull();
    expect(await get(`/attachment/${sha256}`, {}, 'POST')).toBeNull();
  });
});

it.each<[header: string | null, size: number, range: ReturnType<typeof rangeOf>]>([
  [null, 10, null],
  ['bytes=0-', 10, { start: 0, end: 9 }],
  ['bytes=2-4', 10, { start: 2, end: 4 }],
  ['bytes=2-400', 10, { start: 2, end: 9 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-30', 10, { start: 0, end: 9 }],
  ['bytes=10-', 10, 'bad'],
  ['bytes=4-2', 10, 'bad'],
  ['bytes=-', 10, 'bad'],
  ['bytes=0-1,3-4', 10, 'bad'],
  ['lines=0-1', 10, 'bad'],
])('%s of %i bytes', (header, size, range) => {
  expect(rangeOf(header, size)).toEqual(range);
});

it.each<[head: Buffer, type: string | null]>([
  [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  [Buffer.from('RIFF1234WAVE'), 'audio/wav'],
  [Buffer.from('RIFF1234WEBP'), 'image/webp'],
  [Buffer.from('\0\0\0\x18ftypM4A '), 'audio/mp4'],
  [Buffer.from([0xff, 0xf1, 0x50]), 'audio/aac'],
  [Buffer.from([0xff, 0xfb, 0x90]), 'audio/mpeg'],
  [Buffer.from('<svg '), null],
  [Buffer.from('PK\x03\x04'), null],
  [Buffer.alloc(0), null],
])('%s is %s', (head, type) => {
  expect(shownType(head)).toBe(type);
});

describe('a PDF opens outside', () => {
  it('as a copy under a safe name, after its line in the log', async () => {
    const { dataDir, logged, put, open } = desk();
    expect(await open({ sha256: put(pdf), name: '../../通知😀.exe' })).toEqual({ v: { opened: true } });
    const [[path]] = electron.openPath.mock.calls as [[string]];
    expect(path.startsWith(join(dataDir, 'outgoing'))).toBe(true);
    expect(path).toMatch(/通知😀\.exe\.pdf$/);
    expect(readFileSync(path).equals(pdf)).toBe(true);
    expect(logged).toMatchObject([{ kind: 'attachment', means: 'open' }]);
  });

  it('but nothing else does, nor one that was altered', async () => {
    const { dataDir, logged, put, open } = desk();
    const altered = put(pdf);
    writeFileSync(join(dataDir, 'attachments', altered), '%PDF-1.4 something else');
    for (const sha256 of [put(png), altered, '../duty-desk.db', 7, null, '0'.repeat(64)])
      expect(await open({ sha256, name: 'x.pdf' })).toMatchObject({ e: { code: 'notFound' } });
    expect(logged).toEqual([]);
    expect(existsSync(join(dataDir, 'outgoing'))).toBe(false);
  });

  it('and not from a locked desk', async () => {
    const { state, put, open } = desk();
    const sha256 = put(pdf);
    state.caller = { personId: 'p1', locked: true };
    expect(await open({ sha256, name: 'x' })).toMatchObject({ e: { code: 'notAllowed' } });
    expect(electron.openPath).not.toHaveBeenCalled();
  });
});
