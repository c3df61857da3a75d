import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { receive } from '../testing/acts.ts';
import { sample, sendFile } from '../testing/files.ts';
import { heldDesk, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const add = (desk: TestDesk, input: Record<string, unknown> = {}) =>
  desk.by('officer').dutyLog.add({ kind: 'callIn', text: '居民反映噪声', ...input });

describe('files of an entry', () => {
  it('are named as they came, emoji and long names included, and the same file twice is one', async () => {
    const desk = await heldDesk();
    const { sha256 } = await sendFile(desk.by('officer'), sample.png());
    const name = `现场😀${'长'.repeat(240)}.png`;
    const entry = await add(desk, {
      attachments: [
        { sha256, name },
        { sha256, name: 'again.png' },
      ],
    });
    expect(entry.attachments).toMatchObject([{ sha256, name, kind: 'image', type: 'image/png' }]);
    const later = await sendFile(desk.by('officer'), sample.pdf());
    const after = await desk.by('officer').dutyLog.attach({
      id: entry.id,
      attachments: [
        { sha256, name },
        { sha256: later.sha256, name: '扫描.pdf' },
      ],
    });
    expect(after.attachments.map((a) => a.name)).toEqual([name, '扫描.pdf']);
  });

  it('that are not in the archive are refused and nothing is written', async () => {
    const desk = await heldDesk();
    const { sha256 } = await sendFile(desk.by('officer'), sample.png());
    rmSync(join(desk.dataDir, 'attachments', sha256));
    const attachments = [{ sha256, name: 'x.png' }];
    expect(await refusal(add(desk, { attachments }))).toBe('invalid:attachments.0:fileGone');
    expect(desk.count('log_entry')).toBe(0);
  });

  it('are twenty at most, whenever they come', async () => {
    const desk = await heldDesk();
    const client = desk.by('officer');
    const files = [];
    for (let n = 0; n < 21; n += 1) files.push(await sendFile(client, sample.png(n)));
    const named = files.map(({ sha256 }, n) => ({ sha256, name: `${n}.png` }));
    const { id } = await add(desk, { attachments: named.slice(0, 19) });
    expect(await refusal(client.dutyLog.attach({ id, attachments: named.slice(19) }))).toBe(
      'invalid:attachments.1:tooMany',
    );
    expect(desk.count('attachment')).toBe(19);
  });
});

describe('links of an entry', () => {
  it('a running number in the text is one, and says what it stands for', async () => {
    const desk = await heldDesk();
    const { id, number, place } = await receive(desk);
    const entry = await add(desk, { text: `${number} 再次来电，2026-999999 不存在` });
    expect(entry.links).toEqual([{ kind: 'instruction', targetId: id, label: `${number} ${place}` }]);
  });

  it('point to what is there, never to the entry itself, and each once', async () => {
    const desk = await heldDesk();
    const first = await add(desk, { text: '第一条' });
    const { id } = await add(desk);
    const link = (targetId: string) =>
      desk.by('officer').dutyLog.link({ id, links: [{ kind: 'entry', targetId }] });
    expect(await refusal(link(id))).toBe('invalid:links.0.targetId:unknownLink');
    expect(await refusal(link('nothing'))).toBe('invalid:links.0.targetId:unknownLink');
    await link(first.id);
    expect((await link(first.id)).links).toEqual([{ kind: 'entry', targetId: first.id, label: '第一条' }]);
  });
});
