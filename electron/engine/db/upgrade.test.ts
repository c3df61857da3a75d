import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import DatabaseConstructor from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { DeskClient } from '../../../shared/contract/index.ts';
import { InProcessDesk } from '../in-process.ts';
import { at, newFolder } from '../testing/harness.ts';
import { databasePath } from './open.ts';
import { Tail } from './tail.ts';
import { verifyFolder } from './verify.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const LATER = at('10:40');

/** A data folder as an earlier version of the program left it in the middle of a day. */
function folderOfVersion(version: number): string {
  const dataDir = newFolder();
  for (const file of ['duty-desk.sqlite', 'tail.jsonl']) {
    const packed = readFileSync(join(import.meta.dirname, `testing/version-${version}/${file}.gz`));
    writeFileSync(join(dataDir, file), gunzipSync(packed));
  }
  return dataDir;
}

async function upgraded(version: number, startMs = LATER) {
  const dataDir = folderOfVersion(version);
  const desk = new InProcessDesk(dataDir, startMs);
  await desk.start();
  await desk.findingWhole();
  onTestFinished(() => desk.stop());
  const db = new DatabaseConstructor(databasePath(dataDir), { readonly: true });
  const liaison = db
    .prepare(`SELECT person_id FROM shift_member WHERE duty = 'liaison' ORDER BY rowid DESC LIMIT 1`)
    .pluck()
    .get() as string;
  db.close();
  return { desk, dataDir, client: desk.as({ personId: liaison, locked: false }) };
}

const places = async (client: DeskClient, words: string) =>
  (await client.instructions.list({ words })).rows.map((i) => i.place);

it('a day begun with version 1 goes on: nothing rewritten, everything found, every step still possible', async () => {
  const { dataDir, client } = await upgraded(1);
  expect(verifyFolder(dataDir)).toMatchObject({ ok: true });

  const live = await client.instructions.live();
  expect(live.map((i) => [i.place, i.state])).toEqual([
    ['甲路口', 'followUp'],
    ['丁路口', 'resolved'],
  ]);
  const [first, last] = live;
  expect(first).toMatchObject({ orders: [], notices: [{ means: 'phone' }], followUps: [{ notes: [] }] });

  await client.instructions.followUpNote({ id: first?.id ?? '', action: { text: '业主答应赔偿' } });
  await client.instructions.followUpDone({ id: first?.id ?? '', action: { text: '已赔' } });
  await client.instructions.reportBack({ id: last?.id ?? '', action: { to: '110' } });
  const closed = await client.instructions.close({ id: last?.id ?? '', action: {} });
  expect(closed.state).toBe('closed');

  expect(await places(client, '丙路口')).toEqual(['丙路口']);
  expect((await client.dictionary.view()).codes.length).toBeGreaterThan(5);
  const { rows } = await client.instructions.list({});
  const details = await Promise.all(rows.map(({ id }) => client.instructions.get({ id })));
  expect(details.map((d) => d.instruction.number)).toHaveLength(4);
  expect(verifyFolder(dataDir)).toMatchObject({ ok: true });
});

it('is upgraded once: the second start writes nothing', async () => {
  const { desk, dataDir } = await upgraded(1);
  const before = Tail.lastLine(dataDir)?.seq;
  await desk.restart(LATER);
  expect(Tail.lastLine(dataDir)?.seq).toBe(before);
});

it('a shift taken over with version 2 goes on: its sheet reads as it did, its log takes everything new', async () => {
  const { dataDir, client, desk } = await upgraded(2, at('15:10'));
  expect(verifyFolder(dataDir)).toMatchObject({ ok: true });
  // An urgent paper of a version that knew no report to the leader does not begin to ring.
  await desk.tick();
  const rings = await client.alarms.history({ limit: 1000 });
  expect(rings.filter((a) => a.class === 'urgentPaperDue')).toEqual([]);

  const { entries } = await client.dutyLog.day({ dutyDay: '2026-03-11' });
  const [paper, call] = entries;
  expect(paper).toMatchObject({
    title: '关于防汛备勤的通知',
    urgency: 'immediate',
    details: { receiptNo: '' },
    steps: [],
  });
  expect(call?.corrections).toMatchObject([{ reason: '写漏西门', changes: [] }]);

  const { handover, incomingFaults, readings } = await client.handover.sheet({
    id: (await client.handover.list())[0]?.id ?? '',
  });
  expect(handover.snapshot).toMatchObject({ sections: null, watch: [], trails: {}, lastBackupMs: null });
  expect(handover.snapshot.outgoing[0]).toMatchObject({ name: '田守一', standIn: null });
  expect(handover.items.map((i) => [i.kind, i.decision, i.trail])).toContainEqual([
    'instruction',
    'refused',
    null,
  ]);
  expect([incomingFaults, readings]).toEqual([[], []]);

  const step = { kind: 'reported' as const, who: '沈若衡', text: '' };
  expect((await client.dutyLog.step({ id: paper?.id ?? '', step })).steps).toHaveLength(1);
  const view = await client.handover.view();
  const refused = view.draftItems.find((i) => i.kind === 'instruction');
  expect(refused?.trail?.passages).toMatchObject([{ decision: 'refused', reason: '到场情况未核实' }]);
  expect(verifyFolder(dataDir)).toMatchObject({ ok: true });
});
