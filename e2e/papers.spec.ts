import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import DatabaseConstructor from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { databasePath } from '../electron/engine/db/open.ts';
import { ask, door, signInBy } from './ask.ts';
import { choose, tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const GROUP = '行政执法大队应急行动组';
let desk: Desk;
let folder: string;

test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(
    [
      {
        at: '08:50',
        do: 'receive',
        ref: 'A',
        centreNo: '110-1',
        issuedAt: '08:49',
        caller: '王建国',
        phone: '13911110001',
        place: '望江路口',
        zone: 'mainUrban',
        category: 1,
        text: '广告牌松动',
      },
      { at: '08:51', do: 'dispatch', ref: 'A', to: GROUP, takenBy: '霍长风', takenAt: '08:51' },
    ],
    '11:00',
  );
  folder = await mkdtemp(join(tmpdir(), 'duty-desk-papers-'));
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
});
test.afterAll(async () => {
  await desk?.close();
  if (desk) await rm(desk.dataDir, { recursive: true, force: true });
  if (folder) await rm(folder, { recursive: true, force: true });
});

const open = async (route: string) => {
  await desk.page.evaluate((to) => {
    location.hash = to;
  }, route);
  await expect(desk.page.getByRole('main')).toBeVisible();
};

/** The next save goes to this file, as if somebody had chosen it. */
async function saveTo(name: string): Promise<string> {
  const filePath = join(folder, name);
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  return filePath;
}

/** The lines of the log of papers. */
function logged(): { kind: string; means: string }[] {
  const db = new DatabaseConstructor(databasePath(desk.dataDir), { readonly: true });
  try {
    return db.prepare('SELECT kind, means FROM paper_log ORDER BY at').all() as {
      kind: string;
      means: string;
    }[];
  } finally {
    db.close();
  }
}

/** Saves a form as the page would ask main to. */
const makePaper = (page: Page, form: string, kind: string) =>
  door(page, 'shell', { op: 'paper', form, action: 'save', suggestedName: 'form.pdf', kind, title: kind });

const textOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
/** Words of a PDF without spaces and line ends: a wrapped cell is one text again. */
const wordsOf = (pdf: string) =>
  execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');

const field = (page: Page, name: string): Locator =>
  page.getByRole('form', { name: '补录' }).getByRole('textbox', { name, exact: true });

const pick = (page: Page, name: string): Locator =>
  page.getByRole('form', { name: '补录' }).getByRole('combobox', { name, exact: true });

/** Types one paper form from top to bottom, as a tired person would, and saves it without the mouse. */
async function enterForm(page: Page, form: { received: string; place: string; arrived: string }) {
  await typeInto(page, field(page, '下达时间'), form.received);
  await typeInto(page, field(page, '签收时间'), form.received);
  await typeInto(page, field(page, '指令编号'), `110-${form.received}`);
  await typeInto(page, field(page, '地点'), form.place);
  await choose(page, pick(page, '区域'), '主城区');
  await typeInto(page, field(page, '内容'), '停电期间接报');
  await choose(page, pick(page, '承办'), GROUP);
  await typeInto(page, field(page, '派送时间'), form.received);
  await typeInto(page, field(page, '接令人'), '霍长风');
  await typeInto(page, field(page, '到场时间'), form.arrived);
  await typeInto(page, field(page, '现场情况'), '现场有序');
  await typeInto(page, field(page, '处置情况'), '已清理');
  await typeInto(page, field(page, '处置完毕时间'), form.arrived);
  await typeInto(page, field(page, '110 接收人'), '110 张警官');
  await typeInto(page, field(page, '反馈时间'), form.arrived);
  await page.keyboard.press('Control+Enter');
}

test('three paper forms of a power cut are entered by keyboard, and the numbers of the year add up', async () => {
  const { page } = desk;
  await open('/instructions/paper');
  await typeInto(page, page.getByRole('textbox', { name: '张数' }), '3');
  await typeInto(page, page.getByRole('textbox', { name: '原因' }), '计划停电');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 张待补录')).toBeVisible();

  const forms = [
    { received: '0901', place: '新华街口', arrived: '0920' },
    { received: '0910', place: '站前广场', arrived: '0930' },
    { received: '0915', place: '民族街', arrived: '0940' },
  ];
  await tabTo(page, field(page, '下达时间'), 150);
  for (const [n, form] of forms.entries()) {
    await enterForm(page, form);
    await expect(page.getByText(`2026-00000${n + 2} 已补录`)).toBeVisible();
  }
  await expect(page.getByText('没有待补录的纸面表单。')).toBeVisible();
  const row = page.getByRole('table', { name: '编号核对' }).getByRole('row').nth(1);
  await expect(row).toHaveText(/2026.*4.*4.*0.*0.*无缺号/);
});

test('a form with mistakes says so at its fields, keeps what was typed, and nothing is entered', async () => {
  const { page } = desk;
  await open('/instructions/paper');
  await ask(page, 'numbers.reserve', { count: 1, reason: '备用' });
  await tabTo(page, field(page, '签收时间'), 150);
  await typeInto(page, field(page, '签收时间'), '0930');
  await typeInto(page, field(page, '地点'), '滨河路');
  await choose(page, pick(page, '区域'), '其它区域');
  await typeInto(page, field(page, '内容'), '积雪');
  await choose(page, pick(page, '承办'), GROUP);
  await typeInto(page, field(page, '派送时间'), '0920');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这个时间早于前一步，请核对。')).toBeVisible();
  await expect(field(page, '派送时间')).toBeFocused();
  await expect(field(page, '地点')).toHaveValue('滨河路');
  await page.reload();
  await expect(field(page, '地点')).toHaveValue('滨河路');
  await expect(page.getByText('1 张待补录')).toBeVisible();
});

test('the register, a slip and the blank forms on paper say what the record says', async () => {
  const { page } = desk;
  await open('/instructions?state=all');
  const register = await saveTo('register.pdf');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '存为 PDF' }).click();
  await expect(page.getByText(`已保存：${register}`)).toBeVisible({ timeout: 30_000 });
  const words = wordsOf(register);
  for (const word of ['110联动登记表', '2026-000001', '2026-000004', '补录', '望江路口', '霍长风', '第1/1页'])
    expect(words).toContain(word);

  const [first] = await ask<{ id: string; number: string }[]>(page, 'instructions.live');
  const slip = await saveTo('slip.pdf');
  const form = `#/instruction/${first?.id}`;
  const made = await makePaper(page, form, 'slip');
  expect(made.v).toEqual({ saved: true, path: slip });
  expect(textOf(slip)).toMatch(/编号：2026-000001/);
  expect(wordsOf(slip)).toContain('尚欠事项');

  const { blocks } = await ask<{ blocks: { id: string }[] }>(page, 'numbers.view');
  const blank = await saveTo('blank.pdf');
  const forms = `#/blank-forms/${blocks[0]?.id}`;
  await makePaper(page, forms, 'blankForms');
  const pages = textOf(blank)
    .split('\f')
    .filter((text) => text.trim() !== '');
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('2026-000005');
  expect(pages[0]).toContain('补录人');
});

test('the workbook holds exactly the filtered list, and every paper is in the log', async () => {
  const { page } = desk;
  await open('/instructions?state=all&words=站前');
  await expect(page.getByText('共 1 件')).toBeVisible();
  const file = await saveTo('list.xlsx');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: 'Excel 工作簿' }).click();
  await expect(page.getByText(`已保存：${file}`)).toBeVisible({ timeout: 30_000 });
  const book = await readXlsx(await readFile(file));
  const numbers = (book.sheets[0]?.rows ?? []).map((row) => row[0]).filter((v) => /^2026-/.test(String(v)));
  expect(numbers).toEqual(['2026-000003']);
  await expect
    .poll(() => logged().map((line) => `${line.kind} ${line.means}`))
    .toEqual(['register pdf', 'slip pdf', 'blankForms pdf', 'register xlsx']);
});

test('a list of marked rows copies into a spreadsheet', async () => {
  const { page } = desk;
  await open('/instructions?state=all');
  const grid = page.getByRole('grid', { name: '指令一览' });
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  // The menu's own 复制 takes Ctrl+C before the page sees it.
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.webContents.copy();
  });
  await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('编号');
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  const lines = copied.split('\n').map((line) => line.split('\t'));
  expect(lines[0]?.[0]).toBe('编号');
  expect(lines.slice(1).map((line) => line[0])).toEqual(['2026-000004', '2026-000003']);
});

test('a form that is not on the list, and one of nothing, are refused by name', async () => {
  const { page } = desk;
  await saveTo('none.pdf');
  const make = (form: string) =>
    door(page, 'shell', { op: 'paper', form, action: 'save', suggestedName: 'none.pdf' });
  expect((await make('#/handover/1')).e?.code).toBe('invalid');
  expect((await make('#/instruction/0')).e?.code).toBe('notFound');
  const outside = await door(page, 'shell', { op: 'openDocument', sha256: '../../etc/passwd' });
  expect(outside.e?.code).toBe('notFound');
  await door(page, 'session', { op: 'lock' });
  expect((await make('#/register')).e).toEqual({ code: 'notAllowed', data: { reason: 'locked' } });
});
