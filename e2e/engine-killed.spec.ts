import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { verifyFolder } from '../electron/engine/db/verify.ts';
import { ask, signInBy } from './ask.ts';
import { enginePid } from './engine-process.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

type Entry = { text: string };
const SAVED = '第一条:已保存并确认的记录';
const CUT = '第二条:保存途中后台被杀';

let desk: Desk;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay([], '09:00');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.liaison), credentials.password);
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

const texts = async () =>
  (await ask<{ entries: Entry[] }>(desk.page, 'dutyLog.day', {})).entries.map((e) => e.text);

test('kill -9 while typing and saving: said at once, recovered by itself, every entry there once', async () => {
  const { page } = desk;
  const line = page.getByLabel('快速记录');
  await line.fill(SAVED);
  await line.press('Enter');
  await expect(line).toHaveValue('');

  await line.fill(CUT);
  const pid = enginePid(desk.app);
  expect(pid).not.toBeNull();
  const killed = Promise.resolve().then(() => process.kill(pid ?? 0, 'SIGKILL'));
  await line.press('Enter');
  await killed;
  await expect(
    page.getByRole('alert').filter({ hasText: /后台/ }).or(page.getByText('后台已恢复')),
  ).toBeVisible({
    timeout: 8000,
  });
  await expect(page.getByText(/后台正常/)).toBeVisible({ timeout: 15_000 });
  await expect(line).toHaveValue('', { timeout: 30_000 });
  await expect.poll(texts).toEqual([SAVED, CUT]);
});

test('what is being typed survives the death of the engine and of the page', async () => {
  const { page } = desk;
  const line = page.getByLabel('快速记录');
  await line.fill('还没有写完的一句');
  process.kill(enginePid(desk.app) ?? 0, 'SIGKILL');
  await expect(line).toHaveValue('还没有写完的一句');
  await page.reload();
  await expect(page.getByLabel('快速记录')).toHaveValue('还没有写完的一句');
});

test('the chain verifies and what was acknowledged is in the tail', async () => {
  await expect.poll(texts).toContain(SAVED);
  expect(verifyFolder(desk.dataDir)).toMatchObject({ ok: true });
});
