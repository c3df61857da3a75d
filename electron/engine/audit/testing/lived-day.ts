import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import { act, handOver, receive } from '../../testing/acts.ts';
import { heldDesk, newFolder, type TestDesk } from '../../testing/harness.ts';
import { sealPaper } from '../../testing/paper.ts';

export type LivedDay = {
  dataDir: string;
  /** The sealed sheet's hash, the handover and its printed fingerprint. */
  sha256: string;
  handoverId: string;
  head: string;
  /** The number of the day's instruction. */
  number: string;
};

let lived: LivedDay | null = null;

/** A closed folder of a desk on which a day was lived, handed over, sealed and backed up, as a stranger would copy it. */
export async function copyOfDay(): Promise<LivedDay> {
  lived ??= await live();
  const dataDir = newFolder();
  cpSync(lived.dataDir, dataDir, { recursive: true });
  return { ...lived, dataDir };
}

/** Call it once in a file that uses `copyOfDay`. */
export function forgetDayAfterwards(): void {
  afterAll(() => {
    if (lived) rmSync(lived.dataDir, { recursive: true, force: true });
  });
}

async function live(): Promise<LivedDay> {
  const desk = await heldDesk();
  const instruction = await receive(desk);
  await act(desk, instruction.id, 'dispatch');
  await desk.by('officer').dutyLog.add({ kind: 'callIn', text: '居民反映噪声' });
  await desk.pass('40m');
  const handoverId = await handOver(desk);
  const sha256 = await sealPaper(desk, handoverId);
  const { chain } = await desk.by('lead').handover.get({ id: handoverId });
  await backUp(desk);
  await desk.by('nextOfficer').dutyLog.add({ kind: 'other', text: '接班后巡查' });
  await desk.stop();
  const dataDir = mkdtempSync(join(tmpdir(), 'duty-desk-origin-'));
  cpSync(desk.dataDir, dataDir, { recursive: true });
  return { dataDir, sha256, handoverId, head: chain?.head ?? '', number: instruction.number };
}

/** Makes one backup and waits for it. */
export async function backUp(desk: TestDesk): Promise<void> {
  await desk.by('lead').backup.now();
  await vi.waitFor(
    async () => {
      const { running, last } = await desk.by('lead').backup.status();
      expect(running).toBeNull();
      expect(last).not.toBeNull();
    },
    { timeout: 15_000, interval: 100 },
  );
}
