import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

type Alarm = { class: string; active: boolean; missed: boolean; acknowledged: { byName: string } | null };

let desk: Desk;
test.beforeAll(async () => {
  const calls = ['A1', 'A2'].map((ref, n) => ({
    at: '09:00',
    do: 'receive',
    ref,
    centreNo: ref,
    issuedAt: '09:00',
    caller: '',
    phone: '',
    place: `灯塔巷${n + 1}号`,
    zone: 'mainUrban',
    category: 3,
    text: '占道。',
  }));
  const { dataDir } = await seedDay(calls, '09:01');
  // Ten minutes later: what fell due while the program was off is raised as missed.
  desk = await launchDesk({ dataDir, env: { DUTY_DESK_NOW: '2026-03-11T09:11:00+08:00' } });
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

const history = () => ask<Alarm[]>(desk.page, 'alarms.history', {});

test('alarms that fell due while the program was off ring at start, marked as missed', async () => {
  const { page } = desk;
  await signInBy(page, staffNoOf(crews.crew.liaison), credentials.password);
  await expect(page.getByRole('button', { name: /告警灯/ })).toHaveAccessibleName(/紧急 2 项/);
  const alarms = await history();
  expect(alarms.length).toBe(4);
  expect(alarms.every((a) => a.class === 'dispatchDue' && a.missed && a.active)).toBe(true);
});

test('F7 silences this seat; F8 acknowledges one alarm with a name and leaves the other', async () => {
  const { page } = desk;
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: /告警灯/ }).click();
  await expect(page.getByRole('button', { name: '消音', exact: true, disabled: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: /告警灯/ })).toHaveAccessibleName(/紧急 1 项/);
  const acknowledged = (await history()).filter((a) => a.acknowledged);
  expect(acknowledged.map((a) => a.acknowledged?.byName)).toEqual([crews.crew.liaison, crews.crew.liaison]);
});

test('a locked desk still shows and acknowledges alarms, recorded as the desk', async () => {
  const { page } = desk;
  await page.keyboard.press('Alt+L');
  const lock = page.getByRole('dialog', { name: '已锁定' });
  await expect(lock).toBeVisible();
  await lock.getByRole('button', { name: '确认告警' }).first().click();
  await expect(lock.getByRole('button', { name: '确认告警' })).toHaveCount(0);
  await lock.getByLabel('PIN').fill(credentials.pin);
  await page.keyboard.press('Enter');
  await expect(lock).toHaveCount(0);
  expect((await history()).map((a) => a.acknowledged?.byName)).toContain('desk');
});
