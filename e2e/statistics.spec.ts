import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, staffNoOf, withRole } from './seed.ts';
import { type Outing, seedOutings } from './seed-outings.ts';

const law = '行政执法大队应急行动组';
const sanitation = '市容环境卫生管理处应急行动组';
const whole = { sent: 2, left: 4, resolved: 40, reported: 45, back: 70 };

/** Three calls by day, one of them late, and two at night, one without names. */
const outings: Outing[] = [
  {
    ...whole,
    at: '2026-03-11 09:00',
    place: '潮音路菜场北门',
    gridNo: '01',
    to: '行政执法大队',
    arrived: 20,
  },
  { ...whole, at: '2026-03-11 10:00', place: '望江路江堤', gridNo: '02', to: '行政执法大队', arrived: 12 },
  {
    ...whole,
    at: '2026-03-11 14:00',
    place: '灯塔巷 17 号',
    gridNo: '03',
    to: '行政执法大队',
    explained: { at: 30, reason: '道路积雪' },
    arrived: 37,
  },
  {
    ...whole,
    at: '2026-03-11 23:00',
    place: '海神庙前街',
    to: sanitation,
    arrived: 20,
    members: ['许禾生', '钱满仓'],
  },
  { ...whole, at: '2026-03-12 01:00', place: '老码头', to: law, arrived: 15 },
];

let desk: Desk;
test.beforeAll(async () => {
  const { dataDir, env } = await seedOutings(outings, '2026-03-12 08:00', 8050);
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

/** The text of a paper, saved where the dialog would have said. */
async function savedText(name: string, save: () => Promise<void>): Promise<string> {
  const path = join(desk.dataDir, `${name}.pdf`);
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await save();
  await expect(desk.page.getByText(`已保存：${path}`)).toBeVisible({ timeout: 60_000 });
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

/** What axe finds serious on the page as it stands. */
async function seriousOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  return serious.map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 160)}`);
}

test('timeliness: every rate with its denominator, chart and table, the late list opens by keyboard', async () => {
  const { page } = desk;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await page.getByRole('link', { name: '统计' }).click();
  await expect(page.getByRole('heading', { name: '统计', level: 1 })).toBeVisible();
  const figures = page.getByRole('region', { name: '主要数字' });
  await expect(figures).toContainText('到场及时率80.0%（4/5）');
  await expect(figures).toContainText('5 件');
  await expect(page.getByRole('img', { name: /到场用时分布图/ })).toBeVisible();
  const row = page
    .getByRole('table', { name: '到场用时分布表' })
    .getByRole('row', { name: /^行政执法大队 / });
  await expect(row).toContainText('66.7%（2/3）');

  await page.getByRole('radio', { name: '类别', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('table').getByRole('row', { name: /^02 望江网格 / })).toBeVisible();
  await page.getByRole('radio', { name: '到场', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('table', { name: '派送用时分布表' })).toBeVisible();

  expect(await seriousOf(page)).toEqual([]);
  expect(violations).toEqual([]);

  const late = page.getByRole('grid', { name: '到场超时' }).getByRole('row').first();
  await expect(late).toContainText('道路积雪');
  await late.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/instructions\//);
});

test('a period without instructions says so and leads on', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/statistics?period=lastMonth';
  });
  await expect(page.getByText('所选时段没有 110 指令。')).toBeVisible();
  await page.getByText('自选', { exact: true }).click();
  await expect(page.getByRole('button', { name: '起止日期 2026年2月1日 – 2026年2月28日' })).toBeVisible();
  expect(await seriousOf(page)).toEqual([]);
  await page.getByRole('button', { name: '看本月' }).click();
  await expect(page.getByRole('region', { name: '主要数字' })).toContainText('5 件');
});

test('the weekly bulletin carries the same figures', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/statistics?period=week';
  });
  const text = await savedText('bulletin', async () => {
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: '通报（PDF）' }).click();
  });
  for (const part of [
    '110应急联动时效周报',
    '2026年3月9日 至 2026年3月15日',
    '80.0%（4/5）',
    '66.7%（2/3）',
    '道路积雪',
    `打印人：${crews.crew.shiftLead}`,
    '第1/',
  ]) {
    expect(text).toContain(part);
  }
});

test('the night allowance: who, how much, who is missing, and the sheet to sign', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/statistics';
  });
  await page.getByRole('tab', { name: '夜间补贴' }).click();
  const grid = page.getByRole('grid', { name: '夜间出勤补贴明细' });
  await expect(grid.getByRole('row', { name: /^许禾生/ })).toContainText('1 次，80.50 元');
  await expect(page.getByText('2 人 · 合计 2 次，161.00 元')).toBeVisible();
  expect(await seriousOf(page)).toEqual([]);

  const text = await savedText('allowance', async () => {
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: '发放表（PDF）' }).click();
  });
  for (const part of ['夜间出勤补贴发放表', '钱满仓', '161.00', '壹佰陆拾壹元整', '23:04–次日00:10', law]) {
    expect(text).toContain(part);
  }

  const missing = page.getByRole('region', { name: '夜间出动而未登记人员' });
  await expect(missing).toContainText(law);
  await missing.getByRole('button', { name: '出动人员登记' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '出动人员' }).fill('鲁大有、');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(grid.getByRole('row', { name: /^鲁大有/ })).toContainText('1 次，80.50 元');
  await expect(missing).toBeHidden();
});

test('the rate is set in yuan; a bad amount is said at its field', async () => {
  const { page } = desk;
  await signInBy(page, withRole('admin')[0]?.staffNo ?? '', credentials.password);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '单位', exact: true }).click();
  const rate = page.getByRole('textbox', { name: '夜间出勤补贴（元/次）' });
  await expect(rate).toHaveValue('80.50');
  await rate.fill('八十');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填写金额，例如 80 或 80.50。')).toBeVisible();
  await expect(rate).toHaveValue('八十');
  await rate.fill('90');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
});
