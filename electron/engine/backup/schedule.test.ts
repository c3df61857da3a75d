import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { handOver } from '../testing/acts.ts';
import { at, newFolder, span } from '../testing/harness.ts';
import { made, reader, scheduled, settle, started } from './testing/scheduled.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const reasons = (dataDir: string) => made(dataDir).map((m) => m.reason);

it('one at the start, one with every hour that begins, none between', async () => {
  const desk = await scheduled();
  await settle(desk);
  expect(reasons(desk.dataDir)).toEqual(['hourly']);
  desk.clock.set(at('08:59'));
  await settle(desk);
  expect(made(desk.dataDir)).toHaveLength(1);
  for (const clock of ['09:00', '10:00', '11:30']) {
    desk.clock.set(at(clock));
    await settle(desk);
  }
  expect(made(desk.dataDir).map((m) => m.atMs)).toEqual([at('08:30'), at('09:00'), at('10:00'), at('11:30')]);
});

it('one for every handover, also when the program went down right after the signature', async () => {
  const desk = await scheduled(handOver);
  await settle(desk);
  expect(made(desk.dataDir).map((m) => [m.reason, m.handover])).toEqual([['handover', 'JJ-2026-0001']]);
  await settle(desk);
  expect(made(desk.dataDir)).toHaveLength(1);
});

it('one before a database of an earlier program is changed, as it was', async () => {
  const dataDir = newFolder();
  for (const file of ['duty-desk.sqlite', 'tail.jsonl']) {
    const packed = readFileSync(join(import.meta.dirname, `../db/testing/version-1/${file}.gz`));
    writeFileSync(join(dataDir, file), gunzipSync(packed));
  }
  await started(dataDir, at('10:40'));
  expect(made(dataDir)).toMatchObject([{ reason: 'migration', schemaVersion: 1 }]);
});

it('a clock that was set back begins another hour', async () => {
  const desk = await scheduled();
  await settle(desk);
  desk.clock.set(at('08:30') - span('2h'));
  await settle(desk);
  expect(made(desk.dataDir)).toHaveLength(2);
});

it('the record is checked at night, beside the desk, and the result is known after a restart', async () => {
  const desk = await scheduled();
  await settle(desk);
  desk.clock.set(at('+03:10'));
  await vi.waitFor(
    async () => {
      for (let n = 0; n < 60; n++) await desk.tick();
      const { last, running } = await reader(desk).audit.status();
      expect(running).toBeNull();
      expect(last?.verdict).toMatchObject({ ok: true });
    },
    { timeout: 20_000, interval: 100 },
  );
  await desk.restart(at('+03:20'));
  expect((await reader(desk).audit.status()).last?.atMs).toBe(at('+03:10'));
});
