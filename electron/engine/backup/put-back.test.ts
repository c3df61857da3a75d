import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { InProcessDesk } from '../in-process.ts';
import { accept, handOver } from '../testing/acts.ts';
import { heldDesk, newFolder, PIN, savedFolder, span, type TestDesk } from '../testing/harness.ts';
import { keptIn, readSummary } from './kept.ts';
import { readSettings } from './places.ts';
import { made, reader, scheduled, settle, started } from './testing/scheduled.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const isState = (name: string) => /^(duty-desk\.sqlite|tail\.jsonl)/.test(name);

/** Puts the record of one folder, and nothing else, in the place of another's. */
function bring(from: string, to: string): void {
  for (const name of readdirSync(to).filter(isState)) rmSync(join(to, name));
  for (const name of readdirSync(from).filter(isState)) cpSync(join(from, name), join(to, name));
}

/** The relief hands the desk back after less than a shift. */
async function handBack(desk: TestDesk): Promise<void> {
  const { id } = await desk.by('nextLead').handover.freeze({ relief: desk.crew(), extraReason: '替班' });
  await accept(desk, id, 'lead');
  await desk
    .by('nextLead')
    .handover.signOutgoing({ handoverId: id, personId: desk.id('nextLead'), pin: PIN });
  await desk.by('lead').handover.signIncoming({ handoverId: id, personId: desk.id('lead'), pin: PIN });
}

const handovers = (dataDir: string) =>
  made(dataDir)
    .filter((m) => m.reason === 'handover')
    .map((m) => m.handover);

/** A folder with a backup of a long record whose record is then an older state, on which the desk was handed over again. */
async function putBack(): Promise<InProcessDesk> {
  const desk = await heldDesk();
  await desk.pass('1h');
  await desk.stop();
  const early = newFolder();
  bring(desk.dataDir, early);
  await desk.start();
  await handOver(desk);
  await desk.pass('1h');
  await handBack(desk);
  for (let n = 0; n < 30; n++) await desk.by('officer').dutyLog.add({ kind: 'other', text: `${n}` });
  await desk.stop();
  const before = await started(desk.dataDir, desk.clock.now());
  await settle(before);
  await before.stop();
  expect(handovers(desk.dataDir)).toEqual(['JJ-2026-0002']);
  bring(early, desk.dataDir);
  const again = savedFolder(desk.dataDir, desk.clock.now() + span('1m'));
  await again.start();
  await handOver(again);
  await again.stop();
  return started(desk.dataDir, again.clock.now());
}

it('after an older state was put back, its handover is backed up once, whatever the backups of before hold', async () => {
  const desk = await putBack();
  for (let n = 0; n < 4; n++) await settle(desk);
  expect(handovers(desk.dataDir)).toEqual(['JJ-2026-0002', 'JJ-2026-0001']);
  const { last, kept } = await reader(desk).backup.status();
  // The last one is of the record there is, not of the longer one that was given up; that one stays.
  expect(last).toMatchObject({ reason: 'handover', handover: 'JJ-2026-0001' });
  expect(kept).toBe(2);
  await desk.restart(desk.clock.now() + 1000);
  await settle(desk);
  expect(handovers(desk.dataDir)).toHaveLength(2);
});

it('a handover after the clock was set back has its backup too', async () => {
  const desk = await scheduled(handOver);
  await settle(desk);
  const { dataDir } = desk;
  await desk.stop();
  const back = savedFolder(dataDir, desk.clock.now() - span('20m'));
  await back.start();
  await handBack(back);
  await back.stop();
  const then = await started(dataDir, back.clock.now());
  for (let n = 0; n < 2; n++) await settle(then);
  expect(handovers(dataDir).sort()).toEqual(['JJ-2026-0001', 'JJ-2026-0002']);
});

it('a manifest that still lists every file counts as one; a summary of before is made anew', async () => {
  const desk = await scheduled(handOver);
  await settle(desk);
  const { dataDir } = desk;
  const folder = join(dataDir, 'backups');
  const name = readSettings(dataDir)?.desk ?? '';
  const [manifest] = made(dataDir);
  const files = [{ path: 'documents/a.pdf', bytes: 5, sha256: 'a' }];
  writeFileSync(
    join(folder, manifest?.file.replace('.sqlite', '.json') ?? ''),
    JSON.stringify({ ...manifest, format: 1, files, missing: ['a'] }),
  );
  writeFileSync(join(folder, 'summary.json'), JSON.stringify({ last: null, handover: null }));
  expect(keptIn(folder, name)).toMatchObject([{ format: 2, files: { count: 1, bytes: 5, missing: 1 } }]);
  expect(readSummary(dataDir, name)).toMatchObject({ last: { files: 1 }, handovers: ['JJ-2026-0001'] });
  expect(await reader(desk).backup.status()).toMatchObject({ problem: null });
});
