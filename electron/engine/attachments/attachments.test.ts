import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sample, sendFile, sha256Of } from '../testing/files.ts';
import { heldDesk, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const MB = 1024 * 1024;
const folder = (desk: TestDesk) => join(desk.dataDir, 'attachments');
const incoming = (desk: TestDesk) => readdirSync(join(folder(desk), 'incoming'));
const grown = (head: Buffer, bytes: number) => Buffer.concat([head, Buffer.alloc(bytes - head.length)]);

describe('what a file is, is read from its bytes', () => {
  it.each<[name: string, bytes: Buffer, expected: string]>([
    ['照片.png', sample.png(), 'ok'],
    ['录音.wav', sample.wav(), 'ok'],
    ['扫描件.pdf', sample.pdf(), 'ok'],
    ['手机录音.m4a', sample.mp4('soun'), 'ok'],
    ['录像.mp4', sample.mp4('vide', 'soun'), 'invalid:uploadId:fileKind'],
    ['photo.jpg', sample.exe(), 'invalid:uploadId:fileKind'],
    ['photo.jpg', sample.svg(), 'invalid:uploadId:fileUnknown'],
    ['photo.jpg', sample.html(), 'invalid:uploadId:fileUnknown'],
    ['photo.jpg', sample.text(), 'invalid:uploadId:fileUnknown'],
    ['photo.exe', sample.png(), 'ok'],
  ])('%s', async (name, bytes, expected) => {
    const desk = await heldDesk();
    const client = desk.by('officer');
    expect(await refusal(sendFile(client, bytes, name))).toBe(expected);
    const kept = readdirSync(folder(desk)).filter((n) => n !== 'incoming');
    expect(kept).toEqual(expected === 'ok' ? [sha256Of(bytes)] : []);
    expect(incoming(desk)).toEqual([]);
  });
});

describe('size', () => {
  it.each<[bytes: number, expected: string]>([
    [0, 'invalid:bytes:emptyFile'],
    [200 * MB, 'invalid:bytes:fileTooLarge'],
    [50 * MB, 'ok'],
  ])('%i announced bytes → %s, before a byte has come', async (bytes, expected) => {
    const desk = await heldDesk();
    expect(await refusal(desk.by('officer').attachments.begin({ name: 'x', bytes }))).toBe(expected);
  });

  it('an image above its own limit is refused by its first piece', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const { uploadId } = await attachments.begin({ name: 'x', bytes: 21 * MB });
    const base64 = grown(sample.png(), MB).toString('base64');
    expect(await refusal(attachments.chunk({ uploadId, offset: 0, base64 }))).toBe(
      'invalid:bytes:fileTooLarge',
    );
    expect(incoming(desk)).toEqual([]);
  });

  it('more than was announced, or less, is no file', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const bytes = sample.png();
    const begin = async (n: number) => (await attachments.begin({ name: 'x', bytes: n })).uploadId;
    const chunk = (uploadId: string) =>
      attachments.chunk({ uploadId, offset: 0, base64: bytes.toString('base64') });
    expect(await refusal(chunk(await begin(10)))).toBe('invalid:base64:fileIncomplete');
    const long = await begin(bytes.length + 1);
    await chunk(long);
    expect(await refusal(attachments.finish({ uploadId: long }))).toBe('invalid:uploadId:fileIncomplete');
  });
});

describe('a file on its way', () => {
  it('of several pieces, one of them sent twice, comes whole', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const bytes = grown(sample.wav(), 2 * MB + 17);
    const { uploadId } = await attachments.begin({ name: '长录音.wav', bytes: bytes.length });
    for (const offset of [0, MB, MB, 2 * MB]) {
      const base64 = bytes.subarray(offset, offset + MB).toString('base64');
      await attachments.chunk({ uploadId, offset, base64 });
    }
    const stored = await attachments.finish({ uploadId });
    expect(stored).toEqual({ sha256: sha256Of(bytes), type: 'audio/wav', bytes: bytes.length });
    expect(readFileSync(join(folder(desk), stored.sha256)).equals(bytes)).toBe(true);
  });

  it('with a hole in it is no file, and the hole can still be filled', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const bytes = grown(sample.png(), 3000);
    const { uploadId } = await attachments.begin({ name: 'x', bytes: bytes.length });
    const piece = (from: number, to: number) =>
      attachments.chunk({ uploadId, offset: from, base64: bytes.subarray(from, to).toString('base64') });
    await piece(0, 500);
    expect(await refusal(piece(1500, 3000))).toBe('invalid:base64:fileIncomplete');
    expect(await piece(500, 1500)).toEqual({ received: 1500 });
    // A piece that overlaps what is there goes on from it.
    expect(await piece(1000, 3000)).toEqual({ received: 3000 });
    expect((await attachments.finish({ uploadId })).sha256).toBe(sha256Of(bytes));
  });

  it('that was ended answers the same when it is ended again, also at the same time', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const bytes = sample.png();
    const { uploadId } = await attachments.begin({ name: 'x', bytes: bytes.length });
    await attachments.chunk({ uploadId, offset: 0, base64: bytes.toString('base64') });
    const both = await Promise.all([attachments.finish({ uploadId }), attachments.finish({ uploadId })]);
    expect(both[1]).toEqual(both[0]);
    await attachments.cancel({ uploadId });
    expect(await attachments.finish({ uploadId })).toEqual(both[0]);
  });

  it('that is cancelled leaves nothing, also when cancelled twice', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    const { uploadId } = await attachments.begin({ name: 'x', bytes: 9 });
    await attachments.cancel({ uploadId });
    await attachments.cancel({ uploadId });
    expect(incoming(desk)).toEqual([]);
    expect(await refusal(attachments.finish({ uploadId }))).toBe('notFound:upload');
  });

  it('given up more than a day ago is swept away by the next', async () => {
    const desk = await heldDesk();
    const { attachments } = desk.by('officer');
    await attachments.begin({ name: 'x', bytes: 9 });
    const old = join(folder(desk), 'incoming', 'left-by-a-crash');
    writeFileSync(old, 'x');
    utimesSync(old, 1, 1);
    await attachments.begin({ name: 'x', bytes: 9 });
    expect(incoming(desk)).toHaveLength(2);
    expect(incoming(desk)).not.toContain('left-by-a-crash');
  });
});
