import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const events = [
  {
    at: '09:00',
    do: 'log',
    kind: 'callIn',
    from: '黎小满',
    phone: '139-0000-0012',
    text: '和平路商户噪声扰民。',
  },
  ...Array.from({ length: 40 }, (_, n) => ({
    at: `09:${String(n + 1).padStart(2, '0')}`,
    do: 'log',
    kind: 'patrol',
    text: `第${n + 1}次巡查，一切正常。`,
  })),
  { at: '09:50', do: 'log', kind: 'other', text: '<img src=x onerror="document.title=1">占道' },
];

let desk: Desk;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(events, '10:00');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await desk.page
    .getByRole('combobox', { name: '命令行' })
    .or(desk.page.getByRole('textbox', { name: '命令行' }))
    .first()
    .waitFor();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

test('F4, a few letters, Enter: the entry is open, in sight and marked', async () => {
  const { page } = desk;
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await expect(dialog.getByRole('combobox', { name: '搜索内容' })).toBeFocused();
  await page.keyboard.type('lxm');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await expect(dialog.locator('mark')).toHaveText('黎小满');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('[role="dialog"]')
    .analyze();
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(grave.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: '值班日志' })).toBeVisible();
  const row = page.getByRole('row', { name: /和平路商户噪声/ });
  await expect(row).toBeInViewport();
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('Enter before the answer is there opens what was typed', async () => {
  const { page } = desk;
  await page.keyboard.press('F4');
  await page.keyboard.type('第17次', { delay: 0 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '搜索' })).toBeHidden();
  await expect(page.getByRole('row', { name: /第17次巡查/ })).toHaveAttribute('aria-selected', 'true');
});

test('filters and words are still there when it is opened again, and Esc gives the focus back', async () => {
  const { page } = desk;
  const quick = page
    .getByRole('textbox', { name: '命令行' })
    .or(page.getByRole('combobox', { name: '命令行' }));
  await quick.first().focus();
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await page.keyboard.type('巡查');
  await dialog.getByRole('button', { name: /^值班记录/ }).click();
  await expect(dialog.getByRole('button', { name: '值班记录 40' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('combobox', { name: '搜索内容' }).focus();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(quick.first()).toBeFocused();
  await page.keyboard.press('F4');
  await expect(dialog.getByRole('combobox', { name: '搜索内容' })).toHaveValue('巡查');
  await expect(dialog.getByRole('button', { name: '值班记录 40' })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByRole('option').first()).toContainText('第40次');
});

test('hostile text stays text, and a sign alone says what to do', async () => {
  const { page } = desk;
  const dialog = page.getByRole('dialog', { name: '搜索' });
  const field = dialog.getByRole('combobox', { name: '搜索内容' });
  await field.fill('onerror');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await expect(dialog.getByRole('option')).toContainText('<img src=x onerror=');
  expect(await dialog.locator('img').count()).toBe(0);
  await field.fill('？！');
  await expect(dialog.getByText('标点和表情不能搜索')).toBeVisible();
  await field.fill('');
  await dialog.getByRole('button', { name: /^值班记录/ }).click();
  await expect(dialog.getByText('可以这样搜')).toBeVisible();
});
