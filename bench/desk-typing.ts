import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, signInBy } from '../e2e/ask.ts';
import { launchDesk } from '../e2e/launch.ts';
import { credentials, crews, seedDay, staffNoOf } from '../e2e/seed.ts';
import { busyDesk, LIVE } from './busy-desk.ts';
import { atMostAbove, type Line, percentile } from './measure.ts';

const ABOVE_MS = 50;
const PENDING = 500;

/** Key down to the frame after the one that shows it, measured inside the page. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { typingLatency: seen });
    addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp;
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => seen.push(performance.now() - at);
          painted.port2.postMessage(null);
        });
      },
      true,
    );
  });
}

async function typeCall(page: Page, keys: number): Promise<number[]> {
  await page.keyboard.press('F2');
  const field = page.getByRole('dialog').getByLabel('内容');
  await field.fill('');
  await field.click();
  await watchKeys(page);
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press('abcdefghij '.charAt(n % 11));
    await page.waitForTimeout(40);
  }
  return page.evaluate(() => (globalThis as unknown as { typingLatency: number[] }).typingLatency);
}

async function typingOn(
  seeded: { dataDir: string; env: Record<string, string> },
  keys: number,
  pending: number,
) {
  const desk = await launchDesk(seeded);
  try {
    await signInBy(desk.page, staffNoOf(crews.crew.liaison), credentials.password);
    await desk.page.getByRole('heading', { name: '值班台' }).waitFor({ timeout: 30_000 });
    const alarms = await ask<{ settledAtMs: number | null }[]>(desk.page, 'alarms.history', { limit: 5000 });
    const open = alarms.filter((a) => a.settledAtMs === null).length;
    if (open < pending) throw new Error(`only ${open} alarms wait, ${pending} were meant to`);
    await desk.page.waitForTimeout(1500);
    return await typeCall(desk.page, keys);
  } finally {
    await desk.close();
    await rm(seeded.dataDir, { recursive: true, force: true });
  }
}

/** Typing a call with 60 live instructions and 500 alarms waiting, against an empty desk in the same run (p95, ms). */
export async function deskTyping(quick: boolean): Promise<Line[]> {
  const keys = quick ? 60 : 300;
  const empty = await typingOn(await seedDay([], '10:40'), keys, 0);
  const busy = await typingOn(await busyDesk(LIVE), keys, PENDING);
  return [atMostAbove('desk.typing', percentile(busy, 0.95), percentile(empty, 0.95), ABOVE_MS)];
}
