import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { AuditStatus } from '../../../shared/contract/audit.ts';
import { heldDesk, refusal, type TestDesk } from '../testing/harness.ts';
import { Auditor } from './auditor.ts';
import { behind } from './testing/deeds.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const DAY_MS = 86_400_000;

async function ended(desk: TestDesk): Promise<AuditStatus> {
  return vi.waitFor(
    async () => {
      const status = await desk.by('officer').audit.status();
      expect(status.running).toBeNull();
      return status;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const write = (desk: TestDesk, text: string) => desk.by('officer').dutyLog.add({ kind: 'other', text });

it('what is written while the record is checked counts as nothing wrong', async () => {
  const desk = await heldDesk();
  for (let n = 0; n < 40; n++) await write(desk, `${n}`);
  expect((await desk.by('officer').audit.start()).running).not.toBeNull();
  for (let n = 0; n < 80; n++) await write(desk, `${n}`);
  const { last, failed } = await ended(desk);
  expect(failed).toBe(false);
  expect(last?.verdict).toMatchObject({ ok: true });
  expect(desk.verify().ok).toBe(true);
});

it('one check at a time; it can be cancelled, and the last result stays', async () => {
  const desk = await heldDesk();
  await desk.by('officer').audit.start();
  const { last } = await ended(desk);
  const first = await desk.by('officer').audit.start();
  const second = await desk.by('officer').audit.start();
  expect(second.running?.startedAtMs).toBe(first.running?.startedAtMs);
  expect(await desk.by('officer').audit.cancel()).toEqual({ last, running: null, failed: false });
  expect(await desk.by('officer').audit.cancel()).toMatchObject({ running: null });
});

it('a result is kept in the folder and told to every window', async () => {
  const desk = await heldDesk();
  desk.emitted.splice(0);
  await desk.by('officer').audit.start();
  const { last } = await ended(desk);
  expect(JSON.parse(readFileSync(join(desk.dataDir, 'audit.json'), 'utf8'))).toEqual(last);
  const told = desk.emitted.filter((m) => m.t === 'change' && m.change.features.includes('audit'));
  expect(told).toHaveLength(2);
});

it('what was done from outside while the desk runs is found, and written to the program’s log without a name', async () => {
  const desk = await heldDesk();
  await write(desk, '居民反映噪声');
  behind(desk.dataDir, (db) => db.exec("UPDATE log_entry SET text = '无事'"));
  await desk.by('officer').audit.start();
  const { last } = await ended(desk);
  expect(last?.verdict).toMatchObject({
    ok: false,
    findings: [{ code: 'rowChanged', about: { kind: 'entry' } }],
  });
  const [line = ''] = desk.logged.splice(0);
  expect(line).toMatch(/^the record does not hold: rowChanged log_entry \d+$/);
});

it.each<[what: string, aheadMs: number]>([
  ['days from now', 400 * DAY_MS],
  ['yesterday', -DAY_MS],
])('a last check dated %s does not keep the next night without one', async (_what, aheadMs) => {
  const desk = await heldDesk();
  const nowMs = desk.clock.now();
  const verdict = { ok: true, events: 1, head: '', files: 0, tailBehind: 0 };
  writeFileSync(
    join(desk.dataDir, 'audit.json'),
    JSON.stringify({ atMs: nowMs + aheadMs, tookMs: 1, verdict }),
  );
  const onChange = vi.fn();
  const auditor = new Auditor({ dataDir: desk.dataDir, clock: desk.clock, onChange, log: () => {} });
  auditor.nightly(nowMs, 3);
  expect(auditor.isRunning).toBe(true);
  await auditor.cancel();
});

it('nobody signed in, no check', async () => {
  const desk = await heldDesk();
  expect(await refusal(desk.by(null).audit.start())).toBe('notAllowed:signedOut');
});
