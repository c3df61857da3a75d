import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const call = (at: string, ref: string, place: string) => ({
  at,
  do: 'receive',
  ref,
  centreNo: `110-${ref}`,
  issuedAt: at,
  caller: '王秀兰',
  phone: '13911110001',
  place,
  zone: 'other',
  category: 3,
  text: '流动摊贩占道经营，影响通行',
});

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let seeded: { dataDir: string; env: Record<string, string> };

test.beforeAll(async () => {
  seeded = await seedDay([call('14:20', 'A', '灯塔巷菜摊'), call('14:30', 'B', '盐场大道西口')], '14:40');
  desk = await launchDesk(seeded);
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(desk.page.getByRole('article', { name: /灯塔巷/ })).toBeVisible();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(seeded.dataDir, { recursive: true, force: true });
});

test('after unlocking the hands go on in the field where they were', async () => {
  const { page } = desk;
  await page.keyboard.press('F2');
  const intake = page.getByRole('dialog', { name: '新建指令' });
  await typeInto(page, intake.getByLabel('内容'), '有人');
  await page.keyboard.press('Alt+L');
  await expect(page.getByRole('dialog', { name: '已锁定' })).toBeVisible();
  await page.keyboard.type(credentials.pin);
  await expect(page.getByRole('dialog', { name: '已锁定' })).toHaveCount(0);
  await expect(intake.getByLabel('内容')).toBeFocused();
  await page.keyboard.type('占道');
  await expect(intake.getByLabel('内容')).toHaveValue('有人占道');
});

test('Alt+R marks the instruction at this place, not the newest; elsewhere it opens the choice', async () => {
  const { page } = desk;
  const intake = page.getByRole('dialog', { name: '新建指令' });
  await intake.getByLabel('联系电话').fill('13911110001');
  const caller = intake.getByRole('region', { name: '同一来电人' });
  await expect(caller.getByRole('article')).toHaveCount(2);
  await page.keyboard.press('Alt+R');
  await expect(intake.getByText(/重复投诉：/)).toHaveCount(0);
  await expect(caller.getByRole('button').first()).toBeFocused();
  await intake.getByLabel('地点').fill('灯塔巷菜摊旁');
  await expect(caller.getByRole('article').first()).toHaveAccessibleName(/灯塔巷/);
  await page.keyboard.press('Alt+R');
  await expect(intake.getByText(/重复投诉：2026-000001/)).toBeVisible();
});

test('a call is cleared only at the second press', async () => {
  const { page } = desk;
  const intake = page.getByRole('dialog', { name: '新建指令' });
  await intake.getByRole('button', { name: '清空' }).click();
  await expect(intake.getByLabel('内容')).toHaveValue('有人占道');
  await intake.getByRole('button', { name: '再按一次清空' }).click();
  await expect(intake.getByLabel('内容')).toHaveValue('');
  await expect(intake.getByLabel('地点')).toBeFocused();
  await page.keyboard.press('Escape');
});

test('in a paper form a wrong time is mended where it stands, while an earlier one is still wrong', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/instructions/paper';
  });
  const sheets = page.getByRole('textbox', { name: '张数' });
  await sheets.fill('三');
  await typeInto(page, page.getByRole('textbox', { name: '原因' }), '计划停电');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写整数数量。')).toBeVisible();
  await sheets.fill('２');
  await sheets.press('Enter');
  await expect(page.getByText('2 张待补录')).toBeVisible();
  const form = page.getByRole('form', { name: '补录' });
  const received = form.locator('input[name="receivedAt"]');
  const arrived = form.locator('input[name="arrivedAt"]');
  await form.locator('input[name="issuedAt"]').fill('０９：００');
  await received.fill('9点多');
  await arrived.fill('25:00');
  await page.keyboard.press('Control+Enter');
  await expect(form.locator('[name$="At"][aria-invalid="true"]')).toHaveCount(2);
  await typeInto(page, arrived, '0920');
  await expect(arrived).toHaveValue('0920');
  await expect(arrived).toBeFocused();
});

test('people are switched by initials and Enter; digits never stay in the field of people', async () => {
  const { page } = desk;
  const { people } = await ask<{ people: { name: string; staffNo: string }[] }>(page, 'setup.status', {});
  const liaison = people.find((p) => p.staffNo === staffNoOf(crews.crew.liaison));
  await page.getByRole('button', { name: /切换人员/ }).click();
  const dialog = page.getByRole('dialog', { name: '切换人员' });
  const field = dialog.getByRole('combobox', { name: '人员' });
  await expect(field).toBeFocused();
  await page.keyboard.type(`zzz${credentials.pin}`);
  await expect(field).toHaveValue('zzz');
  await expect(dialog.getByText(/PIN 请填在下面/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(liaison?.name ?? '');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('PIN')).toBeFocused();
  await page.keyboard.type(credentials.pin);
  await expect(page.getByRole('button', { name: `切换人员 ${liaison?.name}` })).toBeVisible();
});

test('an empty list is not sent to the printer', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/alarms?tab=acknowledged';
  });
  await page.getByRole('button', { name: /打印/ }).click();
  await expect(page.getByText('没有记录可以打印。请先改筛选或日期。')).toBeVisible();
});
