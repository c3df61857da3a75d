import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { behind } from '../electron/engine/audit/testing/deeds.ts';
import { replay } from '../scripts/replay/replay.ts';
import type { DayScript } from '../scripts/replay/script.ts';
import type { ArchiveList } from '../shared/archive/types.ts';
import { ask, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, sampleBureau, staffNoOf, withRole } from './seed.ts';

const admin = withRole('admin')[0]?.name ?? '';
const env = { DUTY_DESK_NOW: '2026-03-12T08:50:00+08:00' };
const script = resolve(import.meta.dirname, '../resources/sample/day-market.json');

test.describe.configure({ mode: 'serial' });

const folders: string[] = [];
let dataDir: string;
let desk: Desk;

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'duty-desk-archive-'));
  folders.push(made);
  return made;
}

async function open(on: string): Promise<Desk> {
  const opened = await launchDesk({ dataDir: on, env });
  await signInBy(opened.page, staffNoOf(admin), credentials.password);
  await expect(opened.page.getByRole('navigation').first()).toBeVisible();
  return opened;
}

/** The program seals what was signed in the replay by itself. */
async function sealed(page: Page): Promise<ArchiveList['rows'][number]> {
  let row: ArchiveList['rows'][number] | undefined;
  await expect
    .poll(
      async () => {
        [row] = (await ask<ArchiveList>(page, 'archive.list', {})).rows;
        return row?.number;
      },
      { timeout: 60_000 },
    )
    .toMatch(/^JJ-2026-/);
  if (!row) throw new Error('nothing was sealed');
  return row;
}

const toArchive = async (page: Page) => {
  await page.evaluate(() => {
    location.hash = '/handover';
  });
  await page.getByRole('link', { name: '封存档案' }).click();
  await expect(page.getByRole('heading', { name: '封存档案', level: 1 })).toBeVisible();
};

test.beforeAll(async () => {
  dataDir = await folder();
  const day = { ...(JSON.parse(await readFile(script, 'utf8')) as DayScript), dutyDay: '2026-03-11' };
  await replay(day, { bureauText: sampleBureau, dataDir });
  desk = await open(dataDir);
});
test.afterAll(async () => {
  await desk?.close();
  for (const each of folders) await rm(each, { recursive: true, force: true });
});

test('a sealed sheet: what it proves stands in one sentence, and the whole record is checked beside the desk', async () => {
  const { page } = desk;
  const row = await sealed(page);
  await toArchive(page);
  await page.getByRole('grid', { name: '封存的交接班记录表' }).getByText(row.number).click();
  const proof = page.getByRole('region', { name: '这份表能证明什么' });
  await expect(proof.getByText('✓ 本表相符', { exact: true })).toBeVisible();
  await expect(
    proof.getByText(/一字不差（SHA-256 相符）；表上印的指纹就是审计链第 \d+ 条；.*均以本人口令签字。/),
  ).toBeVisible();

  await page.getByRole('button', { name: '开始核对' }).click();
  await expect(page.getByText(/条记录与 1 份封存文件均与审计链相符，未被改动。/)).toBeVisible({
    timeout: 60_000,
  });
  const words = row.chain?.seq.toLocaleString('en') ?? '';
  await expect(proof.getByText(`自值班台启用至交接完成的 ${words} 条记录均未改动（`)).toBeVisible();
  await expect(proof.getByText('✓ 全部相符')).toBeVisible();
});

test('the fingerprint of the paper in the cabinet is typed and leads to its record', async () => {
  const { page } = desk;
  const row = await sealed(page);
  const head = row.chain?.head ?? '';
  const field = page.getByRole('textbox', { name: '纸面指纹' });
  await field.fill('12 34');
  await field.press('Enter');
  await expect(page.getByText('至少要 8 位指纹（0–9、a–f）。')).toBeVisible();
  await expect(field).toHaveValue('12 34');

  await field.fill(`${head.slice(0, 4).toUpperCase()} ${head.slice(4, 16)} … ${head.slice(-4)}`);
  await field.press('Enter');
  await expect(page.getByText(`纸面指纹属于 ${row.number}`)).toBeVisible();
  await expect(page.getByText(/^✓ 自值班台启用至交接完成的 .* 条记录均未改动（.* 全部核对）。$/)).toBeVisible(
    {
      timeout: 60_000,
    },
  );

  await field.fill(`duty-desk handover ${row.number} seq 12 head ${'ab'.repeat(32)}`);
  await field.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '记录已被改写' })).toBeVisible();
});

test('a backup is made and verified at the press of a button', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    location.hash = '/settings?tab=data';
  });
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText(/· 手动 · .* · 至第 [\d,]+ 条/)).toBeVisible({ timeout: 60_000 });
  const place = page.getByRole('textbox', { name: '第二处' });
  await place.fill('备份');
  await place.press('Enter');
  await expect(page.getByText(/请填写完整路径/)).toBeVisible();
  await expect(place).toHaveValue('备份');
});

test('both pages are sound for a screen reader', async () => {
  const { page } = desk;
  for (const route of ['/archive', '/settings?tab=data']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, route);
    await page.waitForTimeout(500);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join()}`)).toEqual([]);
  }
});

test('a copy of the folder that was changed from outside: what was changed is named', async () => {
  const row = await sealed(desk.page);
  await desk.close();
  const copy = await folder();
  await cp(dataDir, copy, { recursive: true });
  behind(copy, (db) => {
    db.exec("UPDATE signature SET at = at - 600000 WHERE side = 'incoming'");
    db.exec("UPDATE log_entry SET text = '平安' WHERE rowid = 2");
  });
  desk = await open(copy);
  const { page } = desk;
  await toArchive(page);
  await page.getByRole('grid', { name: '封存的交接班记录表' }).getByText(row.number).click();
  const proof = page.getByRole('region', { name: '这份表能证明什么' });
  await expect(proof.getByText('有不符之处')).toBeVisible();
  await expect(proof.getByText('签字与审计链所记不同：人或时间被改动过。')).toBeVisible();

  await page.getByRole('button', { name: '开始核对' }).click();
  const found = page.getByRole('alert').filter({ hasText: '发现 2 处不符' });
  await expect(found).toBeVisible({ timeout: 60_000 });
  await expect(found.getByText(`交接班记录表 ${row.number}在值班台之外被改动（signature）`)).toBeVisible();
  await expect(found.getByText(/记入的日志在值班台之外被改动（log_entry）/)).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '记录核对发现不符。' })).toBeVisible();
});
