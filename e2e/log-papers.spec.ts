import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import DatabaseConstructor from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { databasePath } from '../electron/engine/db/open.ts';
import {
  entryFormAddress,
  logDayAddress,
  registerAddress,
  reprintAddress,
} from '../shared/papers/entry-forms.ts';
import type { PaperKind } from '../shared/papers/types.ts';
import { ask, door, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, staffNoOf } from './seed.ts';
import { type LogDaySeed, longText, seedLogDay } from './seed-log-day.ts';

const who = crews.relief.shiftLead;
let desk: Desk;
let seed: LogDaySeed;
let folder: string;

test.beforeAll(async () => {
  seed = await seedLogDay();
  folder = await mkdtemp(join(tmpdir(), 'duty-desk-log-papers-'));
  desk = await launchDesk(seed);
  await signInBy(desk.page, staffNoOf(who), credentials.password);
});
test.afterAll(async () => {
  await desk?.close();
  if (seed) await rm(seed.dataDir, { recursive: true, force: true });
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** The next save goes to this file, as if somebody had chosen it. */
async function saveTo(name: string): Promise<string> {
  const filePath = join(folder, name);
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  return filePath;
}

const pagesOf = (pdf: string) =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

/** Words of a PDF without spaces and line ends: a wrapped cell is one text again. */
const wordsOf = (pdf: string) =>
  execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');

/** The words of a form without spaces and line ends, and how many pages it has. */
async function paperOf(form: string, kind: PaperKind): Promise<{ words: string; pages: number }> {
  const path = await saveTo(`${kind}.pdf`);
  const made = await door(desk.page, 'shell', {
    ...{ op: 'paper', form, action: 'save', suggestedName: 'form.pdf', kind, title: kind },
  });
  expect(made.v, JSON.stringify(made)).toEqual({ saved: true, path });
  return { words: wordsOf(path), pages: pagesOf(path).length };
}

/** Every paper that has left, by its kind and means. */
function logged(): string[] {
  const db = new DatabaseConstructor(databasePath(seed.dataDir), { readonly: true });
  try {
    const rows = db.prepare('SELECT kind, means FROM paper_log').all() as { kind: string; means: string }[];
    return rows.map((row) => `${row.kind} ${row.means}`);
  } finally {
    db.close();
  }
}

const expectWords = (words: string, said: readonly string[]) => {
  for (const word of said) expect(words).toContain(word);
};

test('the log of a day holds every entry, struck and late ones too, each shift and the chain', async () => {
  const { words, pages } = await paperOf(logDayAddress('2026-03-11', who), 'logDay');
  expectWords(words, [
    '值班日志',
    '值班日期：2026年3月11日（星期三）',
    '大风蓝色预警',
    '询问望江路现场情况',
    '听错地点和号码',
    '电话：“0712-8000001”改为“0712-8000002”',
    '询问望江路口广告牌现场处置情况',
    '补记',
    '附件1件：现场照片.png',
    '2026-000001望江路口',
    '到达现场铝塑面板一角脱开',
    `中途交接：${crews.crew.shiftLead}→${who}（JJ-2026-0001）`,
    '巡查新华街',
    '未办事项',
    '今日下班前答复',
    `${who}（PIN签）`,
    '记录链：序号',
    `打印人：${who}`,
    `第1/${pages}页`,
  ]);
  const lines = longText.split('\n');
  expectWords(words, [lines[0] ?? '', lines.at(-1) ?? '']);
});

test('the forms of single entries have their fields in order, with what was proposed, ordered and done', async () => {
  const phone = await paperOf(entryFormAddress('phoneRecord', seed.call, who), 'phoneRecord');
  expect(phone.pages).toBe(1);
  expectWords(phone.words, [
    '电话记录单',
    '市应急办',
    '贺兰舟',
    '拟请行政执法大队书面答复',
    '今日下班前答复',
    '霍长风',
  ]);
  expect(phone.words).toMatch(
    /来话单位.*发话人.*来话时间.*受话单位.*受话人.*电话内容.*拟办意见.*领导批示.*办理结果.*承办人.*承办时间/,
  );

  const visit = await paperOf(entryFormAddress('visit', seed.visit, who), 'visit');
  expect(visit.words).toMatch(
    /姓名.*性别.*联系方式.*单位\/住址.*来访时间.*来访地点.*事由.*接待人.*处理意见与结果.*备注/,
  );
  expectWords(visit.words, ['孟广田', '男', '潮音里12号', '转市场中心核查', '要求电话回复']);

  const paper = await paperOf(entryFormAddress('documentSlip', seed.paper, who), 'documentSlip');
  expect(paper.words).toMatch(
    /收文号.*来文单位.*来文号.*缓急.*密级.*份数.*标题.*拟办意见.*领导批示.*办理结果/,
  );
  expectWords(paper.words, [
    '特急',
    '内部',
    '汐政办明电〔2026〕7号',
    '沈若衡',
    '执法大队逐街排查',
    '2026年3月11日10:05',
  ]);

  const order = await paperOf(entryFormAddress('leaderOrder', seed.paper, who), 'leaderOrder');
  expectWords(order.words, [
    '领导批示单',
    '来文市政府办公室',
    '执法大队逐街排查',
    '霍长风',
    '2026年3月12日10:00',
  ]);
});

test('registers of a period: who came, and how fast roll calls were answered', async () => {
  const period = { from: '2026-03-01', to: '2026-03-11' };
  const visits = await paperOf(registerAddress('visits', period, who), 'visits');
  expectWords(visits.words, ['2026年3月1日至2026年3月11日', '共1次', '孟广田', '油烟扰民']);
  const calls = await paperOf(registerAddress('rollCalls', period, who), 'rollCalls');
  expectWords(calls.words, ['点名记录', '市联动中心', '10:00:12', '10:00:23', '11', '应答正常', '平均11秒']);
});

test('the sealed sheet says who held the desk, what was refused and how the clock was; its reprint has a slip', async () => {
  const sheet = async () =>
    ask<{ status: string; documentSha256: string }>(desk.page, 'handover.get', { id: seed.handover });
  await expect.poll(async () => (await sheet()).status, { timeout: 40_000 }).toBe('sealed');
  const { documentSha256: sha256 } = await sheet();
  const path = await saveTo('sheet.pdf');
  await door(desk.page, 'shell', { op: 'saveDocument', sha256, suggestedName: 'sheet.pdf' });
  const words = wordsOf(path);
  expectWords(words, [
    '值守时段',
    '3月11日08:30至3月11日14:00',
    '拒收1项',
    '材料未交齐',
    '与北京时间差0.4秒',
    '值班手机1部',
    '点名',
    '在手公文',
    '食堂夜餐',
    '监交人',
  ]);

  const { entryId } = await ask<{ entryId: string }>(desk.page, 'handover.reprinted', {
    id: seed.handover,
    reason: '督查调阅',
  });
  const slip = await paperOf(reprintAddress(seed.handover, entryId), 'reprint');
  expectWords(slip.words, ['补打说明', 'JJ-2026-0001', '第1次补打', '督查调阅', sha256, who]);
});

test('Ctrl+P shows the paper first, and the copies that can be edited name the sealed one', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/log';
  });
  await expect(page.getByText('巡查新华街').first()).toBeVisible();
  await page.keyboard.press('Control+P');
  const preview = page.getByRole('dialog', { name: /值班日志 3月11日/ });
  const sheet = preview.getByRole('region', { name: '纸面预览' });
  await expect(sheet).toBeFocused();
  await expect(sheet.getByRole('heading', { name: '值班日志' })).toBeVisible();
  await expect(preview.getByText('听错地点和号码')).toBeVisible();
  const pdf = await saveTo('preview.pdf');
  await preview.getByRole('button', { name: '另存为PDF' }).click();
  await expect(page.getByText(`已保存：${pdf}`)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);

  await page.evaluate((id) => {
    location.hash = `/handover?id=${id}`;
  }, seed.handover);
  const docx = await saveTo('sheet.docx');
  await page.getByRole('button', { name: '可编辑副本' }).click();
  await page.getByRole('menuitem', { name: 'Word 副本' }).click();
  await expect(page.getByText(`已保存：${docx}`)).toBeVisible({ timeout: 30_000 });
  expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK');
  const xlsx = await saveTo('sheet.xlsx');
  await page.getByRole('button', { name: '可编辑副本' }).click();
  await page.getByRole('menuitem', { name: 'Excel 副本' }).click();
  await expect(page.getByText(`已保存：${xlsx}`)).toBeVisible({ timeout: 30_000 });
  const book = await readXlsx(await readFile(xlsx));
  expect(JSON.stringify(book.sheets[0]?.rows)).toContain('可编辑副本，以封存原件为准');

  const lines = logged();
  for (const line of [
    'logDay pdf',
    'phoneRecord pdf',
    'rollCalls pdf',
    'reprint pdf',
    'handoverDocument xlsx',
    'handover xlsx',
  ])
    expect(lines).toContain(line);
});
