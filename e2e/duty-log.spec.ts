import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { sample } from '../electron/engine/testing/files.ts';
import type { LogDay } from '../shared/contract/duty-log.ts';
import type { LogEntry } from '../shared/duty-log/types.ts';
import { ask, door, signInBy } from './ask.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const received = {
  at: '09:00',
  do: 'receive',
  ref: 'A',
  centreNo: '110-1',
  issuedAt: '09:00',
  caller: '王秀兰',
  phone: '13911110001',
  place: '灯塔巷菜摊',
  zone: 'other',
  category: 3,
  text: '流动摊贩占道经营',
};

test.describe.configure({ mode: 'serial' });

let desk: Desk;
const made = (name: string) => join(tmpdir(), `duty-desk-${process.pid}-${name}`);
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay([received], '10:00');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(desk.page.getByRole('article', { name: /灯塔巷/ })).toBeVisible();
  await writeFile(made('现场😀.png'), sample.png());
  await writeFile(made('photo.jpg'), sample.exe());
  await writeFile(made('录音.wav'), sample.wav(2));
});
test.afterAll(async () => {
  await desk?.close();
  for (const name of ['现场😀.png', 'photo.jpg', '录音.wav']) await rm(made(name), { force: true });
  await rm(desk.dataDir, { recursive: true, force: true });
});

const day = () => ask<LogDay>(desk.page, 'dutyLog.day', {});
const newest = async (): Promise<LogEntry> => {
  const entry = (await day()).entries.at(-1);
  if (!entry) throw new Error('the day is empty');
  return entry;
};
const form = (): Locator => desk.page.getByRole('dialog', { name: '新建记录' });
const panel = (): Locator => desk.page.getByRole('complementary', { name: '记录详情' });
const dialog = (name: string): Locator => desk.page.getByRole('dialog', { name, exact: true });

test('an urgent paper by keyboard: written down, reported, ordered, done, ended', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+3');
  await page.keyboard.press('F3');
  await expect(form().getByLabel('内容')).toBeFocused();
  // One stop in the tab order, the arrows choose.
  await tabTo(page, form().getByRole('radio', { name: '来电' }));
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  await expect(form().getByRole('radio', { name: '来文' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(form().getByText('这一项必填').first()).toBeVisible();
  await typeInto(page, form().getByLabel('来文单位'), '市应急管理局');
  await typeInto(page, form().getByLabel('标题'), '防台紧急通知');
  await tabTo(page, form().getByRole('radiogroup', { name: '缓急' }).getByRole('radio', { checked: true }));
  for (let n = 0; n < 2; n += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(form()).toBeHidden();
  const paper = await newest();
  expect(paper).toMatchObject({ kind: 'document', urgency: 'immediate', text: '防台紧急通知' });
  expect(paper.details.receiptNo).toBe('2026-0001');

  const row = page.getByRole('row', { name: /防台紧急通知/ });
  await expect(row.getByText(/欠：报告领导/)).toBeVisible();
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(panel()).toContainText('2026-0001');

  await tabTo(page, panel().getByRole('button', { name: '报告领导' }));
  await page.keyboard.press('Enter');
  await expect(dialog('报告领导').getByLabel('报告给')).toBeFocused();
  await page.keyboard.type('沈若衡');
  await page.keyboard.press('Control+Enter');
  await expect(dialog('报告领导')).toBeHidden();
  await expect(row.getByText(/欠：报告领导/)).toBeHidden();

  await tabTo(page, panel().getByRole('button', { name: '批示', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog('批示').getByLabel('批示领导')).toBeFocused();
  await page.keyboard.type('沈若衡');
  await typeInto(page, dialog('批示').getByLabel('批示内容'), '立即部署');
  await typeInto(page, dialog('批示').getByLabel('承办'), '行政执法大队');
  await typeInto(page, dialog('批示').getByLabel('办理期限'), '25:99');
  await page.keyboard.press('Control+Enter');
  await expect(dialog('批示').getByText(/时间无法识别/)).toBeVisible();
  await typeInto(page, dialog('批示').getByLabel('办理期限'), '18:00');
  await page.keyboard.press('Control+Enter');
  await expect(dialog('批示')).toBeHidden();
  await expect(row.getByText('跟踪：行政执法大队，18:00 前')).toBeVisible();

  await tabTo(page, panel().getByRole('button', { name: '办结跟踪' }));
  await page.keyboard.press('Enter');
  await typeInto(page, dialog('办结跟踪').getByLabel('办理结果'), '各点位已部署');
  await page.keyboard.press('Control+Enter');
  await expect(dialog('办结跟踪')).toBeHidden();
  await expect(panel().getByText(/行政执法大队 \d\d:\d\d 办结/)).toBeVisible();

  await tabTo(page, panel().getByRole('button', { name: '办理结果' }));
  await page.keyboard.press('Enter');
  await expect(dialog('办理结果').getByLabel('办理结果')).toBeFocused();
  await page.keyboard.type('已上报落实情况');
  await page.keyboard.press('Control+Enter');
  await expect(dialog('办理结果')).toBeHidden();
  await expect(panel().getByText('已上报落实情况')).toBeVisible();
  const ended = (await day()).entries.find((e) => e.id === paper.id);
  expect(ended?.steps.map((s) => s.kind)).toEqual(['reported', 'order', 'result']);
  await expect(row.getByText(/欠：/)).toBeHidden();
  await row.focus();
  await page.keyboard.press('Escape');
  await expect(panel()).toBeHidden();
  await expect(row).toBeFocused();
});

test('a photo and a recording go with an entry and are seen and heard; an exe called jpg is refused at its line', async () => {
  const { page } = desk;
  await page.keyboard.press('F3');
  await form()
    .locator('input[type=file]')
    .setInputFiles([made('现场😀.png'), made('photo.jpg'), made('录音.wav')]);
  await expect(form().getByRole('alert').filter({ hasText: '不' })).toBeVisible();
  await expect(form().getByRole('button', { name: /移除 .*录音\.wav/ })).toBeVisible();
  await form()
    .getByRole('button', { name: /移除 .*photo\.jpg/ })
    .click();
  await form().getByText('来电', { exact: true }).click();
  await typeInto(page, form().getByLabel('内容'), '围挡倒伏，附照片和录音');
  await page.keyboard.press('Control+Enter');
  await expect(form()).toBeHidden();
  const { attachments } = await newest();
  expect(attachments.map((a) => a.kind)).toEqual(['image', 'audio']);

  await page.getByRole('row', { name: /围挡倒伏/ }).click();
  await panel()
    .getByRole('button', { name: /放大 .*现场😀\.png/ })
    .click();
  const large = page.getByRole('img', { name: /现场😀\.png/ });
  await expect.poll(() => large.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  const audio = panel().locator('audio');
  await expect.poll(() => audio.evaluate((a) => (a as HTMLAudioElement).duration)).toBeGreaterThan(1.5);
  await audio.evaluate((a) => {
    (a as HTMLAudioElement).currentTime = 1.5;
  });
  await expect.poll(() => audio.evaluate((a) => (a as HTMLAudioElement).currentTime)).toBeGreaterThan(1);
});

test('an attached file is there for whoever is at the desk, and for nobody else', async () => {
  const { page } = desk;
  const sha256 = (await newest()).attachments[0]?.sha256 ?? '';
  const status = () =>
    page.evaluate(async (hash) => (await fetch(`app://desk/attachment/${hash}`)).status, sha256);
  expect(await status()).toBe(200);
  await door(page, 'session', { op: 'lock' });
  expect(await status()).toBe(404);
  await door(page, 'session', { op: 'unlock', pin: credentials.pin });
  expect(await status()).toBe(200);
});

test('a picture pasted into the quick line goes with the next entry', async () => {
  const { page, app } = desk;
  await page.keyboard.press('Control+1');
  const image = (await readFile(made('现场😀.png'))).toString('base64');
  await app.evaluate(({ clipboard, nativeImage }, base64) => {
    // The types are those of a later Electron, whose clipboard takes pictures in another way.
    const old = clipboard as unknown as { writeImage: (image: Electron.NativeImage) => void };
    old.writeImage(nativeImage.createFromBuffer(Buffer.from(base64, 'base64')));
  }, image);
  const line = page.getByLabel('快速记录');
  await line.focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('button', { name: /移除 粘贴/ })).toBeVisible();
  await page.keyboard.type('＃来');
  await expect(page.getByRole('option', { name: '来电' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('2026-000001 又来电催问 ！重要');
  await expect(page.getByText('将关联 2026-000001')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
  expect(await newest()).toMatchObject({
    kind: 'callIn',
    text: '2026-000001 又来电催问',
    important: true,
    attachments: [{ kind: 'image' }],
    links: [{ kind: 'instruction' }],
  });
});

test('3,000 pasted lines: said in words with the limit, kept in the field, nothing written', async () => {
  const { page, app } = desk;
  const before = (await day()).entries.length;
  await app.evaluate(({ clipboard }) => clipboard.writeText('占道经营三处\n'.repeat(3000)));
  const line = page.getByLabel('快速记录');
  await line.focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByText(/内容太长：\d+ 字，一条记录最多 20,000 字/)).toBeVisible();
  await page.keyboard.press('Enter');
  expect((await line.inputValue()).length).toBeGreaterThanOrEqual(21_000);
  expect((await day()).entries).toHaveLength(before);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
});

test('a correction of a correction keeps all three versions, of the text and of a field', async () => {
  const { page } = desk;
  await page.getByLabel('快速记录').fill('#来电 @李四 和平路路灯不亮');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await newest()).text).toBe('和平路路灯不亮');
  const { id } = await newest();
  await page.evaluate((to) => {
    location.hash = to;
  }, `/log?entry=${id}`);
  const correct = async (from: string, text: string, reason: string) => {
    await panel().getByRole('button', { name: '更正' }).click();
    await typeInto(page, dialog('更正记录').getByLabel('发话人'), from);
    await typeInto(page, dialog('更正记录').getByLabel('内容'), text);
    await typeInto(page, dialog('更正记录').getByLabel('更正原因'), reason);
    await page.keyboard.press('Control+Enter');
    await expect(dialog('更正记录')).toBeHidden();
  };
  await correct('王五', '和平里路灯不亮', '地点听错');
  await correct('赵六', '和平里小区路灯不亮', '姓名听错');
  for (const struck of ['和平路路灯不亮', '和平里路灯不亮', '李四', '王五'])
    await expect(panel().locator('del').filter({ hasText: struck }).first()).toBeVisible();
  await expect(panel().getByText('和平里小区路灯不亮').first()).toBeVisible();
  const row = page.getByRole('row', { name: /和平里小区路灯不亮/ });
  await expect(row.locator('del')).toHaveText(['和平路路灯不亮', '和平里路灯不亮']);

  await door(page, 'session', {
    op: 'signIn',
    staffNo: staffNoOf(crews.crew.liaison),
    password: credentials.password,
  });
  await expect(panel().getByText('之后须由值班长更正')).toBeVisible();
  await expect(panel().getByRole('button', { name: '更正' })).toBeHidden();
});

test('what narrows the day stands in the address', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/log?only=corrected';
  });
  const grid = page.getByRole('grid', { name: '值班日志' });
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('在本日中查找').fill('没有这些字');
  await expect(page.getByText('没有符合筛选的记录')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.getByRole('row', { name: /防台紧急通知/ })).toBeVisible();
  expect(await page.evaluate(() => location.hash)).toBe('#/log');
});
