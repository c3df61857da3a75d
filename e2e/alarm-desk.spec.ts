import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

let desk: Desk;
test.beforeAll(async () => {
  const call = (ref: string, at: string) => ({
    at,
    do: 'receive',
    ref,
    centreNo: ref,
    issuedAt: at,
    caller: '',
    phone: '',
    place: `灯塔巷${ref}`,
    zone: 'mainUrban',
    category: 3,
    text: '占道。',
  });
  const events = [
    call('A1', '09:00'),
    {
      at: '09:01',
      do: 'dispatch',
      ref: 'A1',
      to: '行政执法大队应急行动组',
      takenBy: '段承岳',
      takenAt: '09:01',
    },
    ...['B1', 'B2', 'B3', 'B4'].map((ref) => call(ref, '09:30')),
  ];
  // Overdue at 09:31, to the shift lead at 09:36, asking for the leader at 09:46.
  const { dataDir } = await seedDay(events, '09:45');
  desk = await launchDesk({ dataDir, env: { DUTY_DESK_NOW: '2026-03-11T09:46:20+08:00' } });
  await signInBy(desk.page, staffNoOf(crews.crew.liaison), credentials.password);
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

test('an arrival alarm nobody answered calls the shift lead, then says which leader to ring', async () => {
  const { page } = desk;
  await expect(page.getByRole('button', { name: /请值班长处理/ })).toBeVisible();
  const call = page.getByRole('alert').filter({ hasText: '请告知分管领导' });
  await expect(call).toContainText('灯塔巷A1');
  await call.getByRole('button', { name: '告知领导' }).click();
  const form = page.getByRole('dialog', { name: /告知领导/ });
  await expect(form.getByLabel('告知谁')).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  // Told is told; the shift lead is called until somebody acknowledges.
  await expect(call).toHaveCount(0);
  await expect(page.getByRole('button', { name: /请值班长处理/ })).toBeVisible();
});

test('with many alarms F8 opens their list: Enter acknowledges one after the other, no line moves', async () => {
  const { page } = desk;
  await page.keyboard.press('F8');
  const list = page.getByRole('region', { name: '告警', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await expect(list).toContainText(`已升级 → 带班领导`);
  const third = list.getByRole('listitem').nth(2);
  const before = await third.boundingBox();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem').first()).toContainText('已处理');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem').nth(1)).toContainText('已处理');
  await expect(list.getByRole('listitem')).toHaveCount(6);
  expect(await third.boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  const active = await ask<unknown[]>(page, 'alarms.active', undefined);
  expect(active).toHaveLength(4);
});

test('the page lists by status, acknowledges by Space, opens by Enter, and shows the response', async () => {
  const { page } = desk;
  await page.getByRole('navigation').getByRole('link', { name: '告警' }).click();
  await expect(page.getByRole('heading', { name: '告警', level: 1 })).toBeVisible();
  const grid = page.getByRole('grid', { name: '告警一览' });
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await grid.locator('[data-grid-row="0"]').focus();
  await page.keyboard.press('Space');
  // Answered, it keeps its row and the focus: Space on the next is two keys away.
  await expect(grid.locator('[data-grid-row="0"]')).toContainText('响应');
  await expect(grid.locator('[data-grid-row="0"]')).toBeFocused();
  await expect(grid).toHaveAttribute('aria-rowcount', '4');

  await page.getByRole('tab', { name: '已确认未了' }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText(/响应 \d+(秒|分)/);
  await expect(page.getByRole('list', { name: '响应时间' })).toContainText(/已确认\d+ \/ \d+/);
  await grid.locator('[data-grid-row="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator('[data-grid-row="1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: '110指令' })).toBeVisible();
  expect(page.url()).toContain('/instructions/');
});
