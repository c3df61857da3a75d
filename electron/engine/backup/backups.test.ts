import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { BackupManifest, BackupStatus } from '../../../shared/backup/types.ts';
import { checkFolder } from '../audit/check.ts';
import { databasePath } from '../db/open.ts';
import { handOver } from '../testing/acts.ts';
import { heldDesk, newFolder, refusal, type TestDesk } from '../testing/harness.ts';
import { sealPaper } from '../testing/paper.ts';
import { factsOf } from './copy.ts';
import { proveCopy } from './prove.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

/** Waits until nothing is under way and says how it ended. */
async function ended(desk: TestDesk): Promise<BackupStatus> {
  return vi.waitFor(
    async () => {
      const status = await desk.by('admin').backup.status();
      expect(status.running).toBeNull();
      return status;
    },
    { timeout: 15_000, interval: 50 },
  );
}

async function backUp(desk: TestDesk): Promise<BackupStatus> {
  await desk.by('admin').backup.now();
  return ended(desk);
}

const folderOf = (desk: TestDesk) => join(desk.dataDir, 'backups');

const manifests = (folder: string): BackupManifest[] =>
  readdirSync(folder)
    .filter((name) => /^duty-desk-.*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BackupManifest)
    .sort((a, b) => a.atMs - b.atMs);

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A failing backup says so in the program's own log; that is what these tests are about. */
const forgetLog = (desk: TestDesk) => desk.logged.splice(0);

it('is a copy that opens, holds every row and the whole chain, and says so in its manifest', async () => {
  const desk = await heldDesk();
  const handoverId = await handOver(desk);
  const paper = await sealPaper(desk, handoverId);
  const status = await backUp(desk);
  const [manifest] = manifests(folderOf(desk));
  expect(manifest).toMatchObject({ format: 2, reason: 'manual', schemaVersion: 3, missing: [] });
  expect(manifest?.files).toEqual({ count: 1, bytes: expect.any(Number), missing: 0 });
  // Which files belong to it stands in the copy: a list in every manifest would outgrow the papers.
  expect(JSON.stringify(manifest)).not.toContain(paper);
  expect(status).toMatchObject({
    kept: 1,
    problem: null,
    second: null,
    overdue: false,
    last: { atMs: desk.clock.now(), file: manifest?.file, seq: manifest?.head.seq },
  });
  const file = join(folderOf(desk), manifest?.file ?? '');
  expect(hashOf(file)).toBe(manifest?.sha256);

  const restored = newFolder();
  cpSync(file, databasePath(restored));
  cpSync(join(desk.dataDir, 'tail.jsonl'), join(restored, 'tail.jsonl'));
  expect(checkFolder(restored, { files: false })).toMatchObject({
    ok: true,
    events: manifest?.head.seq,
    head: manifest?.head.hash,
  });
  expect(readdirSync(folderOf(desk)).some((name) => /-(wal|shm)$|\.tmp$/.test(name))).toBe(false);
});

it('holds one state although the desk goes on writing, and nothing written meanwhile is lost', async () => {
  const desk = await heldDesk();
  await desk.by('admin').backup.now();
  for (let n = 0; n < 60; n++) await desk.by('officer').dutyLog.add({ kind: 'other', text: `${n}` });
  expect((await ended(desk)).problem).toBeNull();
  const [manifest] = manifests(folderOf(desk));
  const copy = join(folderOf(desk), manifest?.file ?? '');
  expect(() =>
    proveCopy(copy, manifest?.sha256 ?? '', {
      schemaVersion: manifest?.schemaVersion ?? 0,
      head: manifest?.head ?? { seq: 0, hash: '' },
      counts: manifest?.counts ?? {},
    }),
  ).not.toThrow();
  expect(desk.count('log_entry')).toBe(60);
  expect(desk.verify().ok).toBe(true);
});

it('a copy that is not what was read is no backup', async () => {
  const desk = await heldDesk();
  await backUp(desk);
  const [manifest] = manifests(folderOf(desk));
  const copy = join(folderOf(desk), manifest?.file ?? '');
  const facts = desk.raw(factsOf);
  const bytes = readFileSync(copy);
  bytes[8200] = (bytes[8200] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  expect(() => proveCopy(copy, manifest?.sha256 ?? '', facts)).toThrow(/not what was read/);
  const other = { ...facts, head: { ...facts.head, seq: facts.head.seq + 1 } };
  expect(() => proveCopy(copy, hashOf(copy), other)).toThrow(/other rows|quick_check/);
});

it('what an earlier try left half done is swept, what others put there stays', async () => {
  const desk = await heldDesk();
  await backUp(desk);
  const [name = ''] = readdirSync(folderOf(desk)).filter((each) => each.endsWith('.sqlite'));
  const half = [name.replace('.sqlite', '-x.tmp'), name.replace('manual', 'hourly')];
  for (const each of [...half, 'notes.txt', 'duty-desk-00000000-other.sqlite'])
    writeFileSync(join(folderOf(desk), each), 'x');
  await desk.pass('1h');
  await backUp(desk);
  const names = readdirSync(folderOf(desk));
  for (const each of half) expect(names).not.toContain(each);
  expect(names).toEqual(expect.arrayContaining([name, 'notes.txt', 'duty-desk-00000000-other.sqlite']));
});

it('one that fails is said, harms nothing, and is forgotten by the next that succeeds', async () => {
  const desk = await heldDesk();
  writeFileSync(folderOf(desk), 'a file where the folder should be');
  expect(await backUp(desk)).toMatchObject({
    last: null,
    problem: { code: expect.stringMatching(/other|folderGone/) },
  });
  await desk.by('officer').dutyLog.add({ kind: 'other', text: '照常' });
  forgetLog(desk);
  rmSync(folderOf(desk));
  expect(await backUp(desk)).toMatchObject({ problem: null, last: { reason: 'manual' } });
});

it('a file of the archive that is gone is named; the copy of the record is made all the same', async () => {
  const desk = await heldDesk();
  const paper = await sealPaper(desk, await handOver(desk));
  rmSync(join(desk.dataDir, 'documents', `${paper}.pdf`));
  expect(await backUp(desk)).toMatchObject({
    last: { reason: 'manual' },
    problem: { code: 'filesMissing', detail: '1' },
  });
  expect(manifests(folderOf(desk))[0]?.missing).toEqual([paper]);
});

it('nobody is overdue who was off, somebody is after three hours without one', async () => {
  const desk = await heldDesk();
  await backUp(desk);
  await desk.pass('2h59m');
  expect((await ended(desk)).overdue).toBe(false);
  await desk.pass('2m');
  expect((await ended(desk)).overdue).toBe(true);
  await desk.restart(desk.clock.now() + 86_400_000);
  expect((await ended(desk)).overdue).toBe(false);
});

it('after a restart the last one is still known, also without its summary', async () => {
  const desk = await heldDesk();
  const before = await backUp(desk);
  for (const summary of [true, false]) {
    if (!summary) rmSync(join(folderOf(desk), 'summary.json'));
    await desk.restart(desk.clock.now() + 60_000);
    expect((await ended(desk)).last).toEqual(before.last);
  }
  rmSync(join(folderOf(desk), before.last?.file ?? ''));
  await desk.restart(desk.clock.now() + 60_000);
  expect((await ended(desk)).last).toBeNull();
});

it('is begun by a shift lead or an administrator, its second place set by an administrator', async () => {
  const desk = await heldDesk();
  expect(await refusal(desk.by('officer').backup.now())).toBe('notAllowed:role');
  expect(await refusal(desk.by('lead').backup.setSecond({ folder: null }))).toBe('notAllowed:role');
  await desk.by('lead').backup.now();
  expect((await ended(desk)).last).not.toBeNull();
});

it.each<[what: string, folder: (desk: TestDesk) => string, reason: string]>([
  ['a name without a place', () => 'backups', 'folder:folderAbsolute'],
  ['a folder that is not there', (desk) => `${desk.dataDir}-none`, 'folder:folderMissing'],
  ['a file', (desk) => join(desk.dataDir, 'tail.jsonl'), 'folder:folderMissing'],
  ['the data folder', (desk) => desk.dataDir, 'folder:folderInside'],
  ['a folder in it', (desk) => folderOf(desk), 'folder:folderInside'],
])('no second place is %s', async (_what, folder, reason) => {
  const desk = await heldDesk();
  mkdirSync(folderOf(desk));
  expect(await refusal(desk.by('admin').backup.setSecond({ folder: folder(desk) }))).toBe(
    `invalid:${reason}`,
  );
});

it('who set the second place, and to what, stands in the record', async () => {
  const desk = await heldDesk();
  const second = newFolder();
  await desk.by('admin').backup.setSecond({ folder: second });
  await desk.by('admin').backup.setSecond({ folder: null });
  const events = desk.raw((db) =>
    db
      .prepare("SELECT actor_id, entity_id FROM audit_event WHERE action = 'backup.setSecond' ORDER BY seq")
      .all(),
  );
  expect(events).toEqual([second, ''].map((entity_id) => ({ actor_id: desk.id('admin'), entity_id })));
  expect(desk.verify().ok).toBe(true);
});

it('the second place gets the copy, its manifest and every archived file; nothing of another desk is touched', async () => {
  const desk = await heldDesk();
  const second = newFolder();
  writeFileSync(join(second, 'duty-desk-ffffffff-20260101T000000Z-hourly.sqlite'), 'another desk');
  const paper = await sealPaper(desk, await handOver(desk));
  await desk.by('admin').backup.setSecond({ folder: second });
  const { last, second: state } = await backUp(desk);
  expect(state).toEqual({ folder: second, lastAtMs: desk.clock.now(), problem: null });
  expect(hashOf(join(second, last?.file ?? ''))).toBe(manifests(folderOf(desk))[0]?.sha256);
  expect(hashOf(join(second, 'documents', `${paper}.pdf`))).toBe(paper);
  expect(manifests(second)).toEqual(manifests(folderOf(desk)));
  expect(existsSync(join(second, 'duty-desk-ffffffff-20260101T000000Z-hourly.sqlite'))).toBe(true);
});

it('a second place that is not plugged in is said; the backup in the data folder is made', async () => {
  const desk = await heldDesk();
  const second = newFolder();
  await desk.by('admin').backup.setSecond({ folder: second });
  rmSync(second, { recursive: true });
  const status = await backUp(desk);
  expect(status).toMatchObject({
    problem: null,
    second: { lastAtMs: null, problem: { code: 'folderGone' } },
  });
  expect(status.last).not.toBeNull();
  forgetLog(desk);
});
