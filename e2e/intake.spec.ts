import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const earlier = [
  {
    at: '14:30',
    do: 'receive',
    ref: 'A',
    centreNo: '110-1',
    issuedAt: '14:29',
    caller: '王秀兰',
    phone: '13911110001',
    place: '灯塔巷菜摊',
    zone: 'other',
    category: 3,
    text: '流动摊贩占道经营，影响通行',
  },
];

type Received = {
  number: string;
  place: string;
  zone: string;
  categoryNo: number | null;
  danger: string | null;
  phone: string;
  duplicateOf: string | null;
  earlier: { kind: string } | null;
};

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let seeded: { dataDir: string; env: Record<string, string> };

async function open(): Promise<void> {
  desk = await launchDesk(seeded);
  await signInBy(desk.page, staffNoOf(crews.crew.liaison), credentials.password);
  await expect(desk.page.getByRole('article', { name: /灯塔巷/ })).toBeVisible();
}
test.beforeAll(async () => {
  seeded = await seedDay(earlier, '14:40');
  await open();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(seeded.dataDir, { recursive: true, force: true });
});

const intakeOf = (page: Page): Locator => page.getByRole('dialog', { name: '新建指令' });
const newest = async (page: Page) =>
  (await ask<{ rows: Received[] }>(page, 'instructions.list', { limit: 1 })).rows[0];

test('a place by its initials fills the zone, a phrase by its initials the text, a guess waits for its key', async () => {
  const { page } = desk;
  await page.keyboard.press('F2');
  const intake = intakeOf(page);
  await expect(intake.getByLabel('地点')).toBeFocused();
  await expect(intake.getByText(/还缺：.*有无人身危险/)).toBeVisible();
  // Refused, and typed on at once: not a letter goes astray.
  await page.keyboard.press('Control+Enter');
  await expect(intake.getByText('必填').first()).toBeVisible();
  await page.keyboard.type('a, b');
  await expect(intake.getByLabel('地点')).toHaveValue('a, b');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('dtx');
  await expect(page.getByRole('option', { name: /灯塔巷菜摊/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(intake.getByLabel('地点')).toHaveValue('灯塔巷菜摊');
  await expect(intake.getByRole('radio', { name: /其它区域/ })).toBeChecked();
  await expect(intake.getByText('按以前的记录填写，可改')).toBeVisible();

  await typeInto(page, intake.getByLabel('内容'), '一, 二');
  await expect(intake.getByLabel('内容')).toHaveValue('一, 二');
  await typeInto(page, intake.getByLabel('内容'), 'zd');
  await expect(page.getByRole('option', { name: /占道经营影响通行/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.type('j');
  await page.keyboard.press('Enter');
  await expect(intake.getByLabel('内容')).toHaveValue('占道经营影响通行');

  await expect(intake.getByText(/猜测：3 市容环境（因为：占道）/)).toBeVisible();
  await expect(intake.getByRole('combobox', { name: '类别' })).toHaveValue('');
  await page.keyboard.press('Alt+G');
  await expect(intake.getByRole('combobox', { name: '类别' })).toHaveValue(/市容环境/);
  await expect(intake.getByText(/猜测：/)).toHaveCount(0);
});

test('the same caller is marked, a duplicate linked by one key, undone and linked again, and shown after receipt', async () => {
  const { page } = desk;
  const intake = intakeOf(page);
  await typeInto(page, intake.getByLabel('联系电话'), '１３９－１１１１－０００１');
  const caller = intake.getByRole('region', { name: '同一来电人' });
  await expect(caller.getByRole('article', { name: /灯塔巷菜摊/ })).toBeVisible();
  await page.keyboard.press('Alt+R');
  await expect(intake.getByText(/重复投诉：2026-000001/)).toBeVisible();
  await tabTo(page, intake.getByRole('radio', { name: '无', exact: true }));
  await page.keyboard.press('Space');
  await expect(intake.getByText(/还缺：指令编号、复诵/)).toBeVisible();

  const linked = intake.getByText(/签收后并入 2026-000001/);
  await page.keyboard.press('Alt+1');
  await expect(linked).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(linked).toHaveCount(0);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+Enter');
  const after = page.getByRole('dialog', { name: /2026-000002 已签收并入/ });
  await expect(after.getByText(/并入 2026-000001 灯塔巷菜摊/)).toBeVisible();
  await expect(after.getByLabel('接令人')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(after).toHaveCount(0);
  expect(await newest(page)).toMatchObject({
    number: '2026-000002',
    zone: 'other',
    categoryNo: 3,
    danger: 'none',
    phone: '139-1111-0001',
    duplicateOf: expect.any(String),
    earlier: { kind: 'complaint' },
  });
});

test('two calls are typed side by side; both drafts outlive the program and are marked where they wait', async () => {
  await desk.page.keyboard.press('F2');
  await desk.page.keyboard.type('第一处');
  await desk.page.keyboard.press('F2');
  await expect(intakeOf(desk.page).getByLabel('地点')).toBeFocused();
  await desk.page.keyboard.type('第二处');
  await desk.close();
  await open();
  const { page } = desk;
  await expect(page.getByRole('button', { name: '新建指令' })).toHaveAttribute('title', /第1通、第2通/);
  await page.keyboard.press('F2');
  await expect(intakeOf(page).getByLabel('地点')).toHaveValue('第一处');
  await page.keyboard.press('F2');
  await expect(intakeOf(page).getByRole('tab', { name: /第2通/ })).toHaveAttribute('aria-selected', 'true');
  await expect(intakeOf(page).getByLabel('地点')).toHaveValue('第二处');
});

test('100 kB pasted into the text are refused at the field, kept, and the guess is never received by itself', async () => {
  const { page } = desk;
  const intake = intakeOf(page);
  const pasted = '占道经营'.repeat(25_000);
  await intake.getByLabel('内容').fill(pasted);
  await tabTo(page, intake.getByRole('radio', { name: /主城区/ }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(intake.getByText(/内容太长/)).toBeVisible();
  await expect(intake.getByLabel('内容')).toBeFocused();
  await expect(intake.getByLabel('内容')).toHaveValue(pasted);
  await intake.getByLabel('内容').fill('有人占道卖水果');
  await expect(intake.getByText(/猜测：3/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: /请立即派送/ })).toBeVisible();
  expect(await newest(page)).toMatchObject({ place: '第二处', categoryNo: null });
  await page.keyboard.press('F2');
  await expect(intakeOf(page).getByLabel('地点')).toHaveValue('第一处');
});

test('the quick line offers the phrases of the log; Enter takes one and does not save', async () => {
  const { page } = desk;
  await page.keyboard.press('Escape');
  const line = page.getByLabel('快速记录');
  await line.focus();
  await page.keyboard.type('sb');
  await expect(page.getByRole('option', { name: /设备检查正常/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('设备检查正常');
  await line.fill('');
});

test('a shift lead puts the phrases in order and adds one by keyboard', async () => {
  const { page } = desk;
  await signInBy(page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await page.evaluate(() => {
    location.hash = '/settings?tab=phrases';
  });
  const phrases = page.getByRole('table', { name: '快捷短语' });
  const first = phrases.getByRole('row', { name: /占道经营影响通行/ });
  await first.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(phrases.getByRole('row').nth(2)).toHaveText(/占道经营影响通行/);
  await expect(first).toBeFocused();
  await page.getByRole('button', { name: '添加短语' }).click();
  await page.keyboard.type('路灯不亮');
  await page.keyboard.press('Enter');
  await expect(phrases.getByRole('row').last()).toHaveText(/路灯不亮.*ldbl/);
});

test('somebody without the right is told who may, instead of a form', async () => {
  const { page } = desk;
  await signInBy(page, staffNoOf(crews.crew.officers[0] ?? ''), credentials.password);
  await page.keyboard.press('F2');
  await expect(intakeOf(page).getByText(/须由应急联络员或值班长操作/)).toBeVisible();
  await expect(intakeOf(page).getByLabel('地点')).toHaveCount(0);
});
