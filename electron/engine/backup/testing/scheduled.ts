import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { BackupManifest } from '../../../../shared/backup/types.ts';
import { InProcessDesk } from '../../in-process.ts';
import { heldDesk, type TestDesk } from '../../testing/harness.ts';

/** A desk of the harness, closed and opened again as the program opens it: with backups by the clock. */
export async function scheduled(lived?: (desk: TestDesk) => Promise<unknown>): Promise<InProcessDesk> {
  const before = await heldDesk();
  await lived?.(before);
  await before.stop();
  return started(before.dataDir, before.clock.now());
}

/** A closed folder opened as the program opens it. */
export async function started(dataDir: string, nowMs: number): Promise<InProcessDesk> {
  const desk = new InProcessDesk(dataDir, nowMs, { upkeep: true });
  await desk.start();
  onTestFinished(() => desk.stop());
  return desk;
}

/** Lets the seconds pass that a start is left in peace, and what is due be done. */
export async function settle(desk: InProcessDesk): Promise<void> {
  for (let n = 0; n < 35; n++) await desk.tick();
  await vi.waitFor(
    async () => {
      await desk.tick();
      expect((await reader(desk).backup.status()).running).toBeNull();
    },
    { timeout: 15_000, interval: 50 },
  );
}

/** Whoever is signed in may see how backups stand. */
export function reader(desk: InProcessDesk) {
  return desk.as({ personId: personOf(desk.dataDir), locked: false });
}

const people = new Map<string, string>();
function personOf(dataDir: string): string {
  const known = people.get(dataDir);
  if (known) return known;
  const [line = '{}'] = readFileSync(join(dataDir, 'tail.jsonl'), 'utf8')
    .split('\n')
    .filter((each) => each.includes('"person":['));
  const { payload } = JSON.parse(line) as { payload: { rows: { person: { id: string }[] } } };
  const id = payload.rows.person[0]?.id ?? '';
  people.set(dataDir, id);
  return id;
}

/** The manifests of a folder's backups, in the order of their time. */
export const made = (dataDir: string): BackupManifest[] =>
  readdirSync(join(dataDir, 'backups'))
    .filter((name) => /^duty-desk-.*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(dataDir, 'backups', name), 'utf8')) as BackupManifest)
    .sort((a, b) => a.atMs - b.atMs);
