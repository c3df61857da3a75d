import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { ask, door, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf, withRole } from './seed.ts';

const calls = [
  {
    at: '14:30',
    do: 'receive',
    ref: 'X1',
    centreNo: '110-1',
    issuedAt: '14:29',
    caller: '居民',
    phone: '13911110001',
    place: '望江路灯塔巷口',
    zone: 'mainUrban',
    category: 3,
    text: '摊贩占道。',
  },
  { at: '14:32', do: 'dispatch', ref: 'X1', to: '行政执法大队', takenBy: '段承岳', takenAt: '14:32' },
];

let desk: Desk;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(calls, '14:40');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.liaison), credentials.password);
  await expect(desk.page.getByRole('article', { name: /望江路/ })).toBeVisible();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

test('100 kB pasted into the quick line: said in words, kept in the field, nothing written', async () => {
  const { page } = desk;
  const line = page.getByLabel('快速记录');
  const pasted = '占道经营'.repeat(25_000);
  await line.fill(pasted);
  await line.press('Enter');
  await expect(page.getByText(/太长/)).toBeVisible();
  await expect(line).toHaveValue(pasted);
  expect((await ask<{ entries: unknown[] }>(page, 'dutyLog.day', {})).entries).toHaveLength(0);
  await line.fill('');
});

test('an arrival before its dispatch or in the future is refused beside the field', async () => {
  const { page } = desk;
  await page
    .getByRole('article', { name: /望江路/ })
    .getByRole('button', { name: '到达现场' })
    .click();
  const dialog = page.getByRole('dialog', { name: /到达现场/ });
  await dialog.getByLabel('现场情况').fill('已到');
  for (const [typed, words] of [
    ['14:01', /早于派送|派送之前|接令/],
    ['14:55', /晚了五分钟以上/],
    ['25:99', /时间/],
  ] as const) {
    await dialog.getByLabel('到场时间').fill(typed);
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText(words).first()).toBeVisible();
    await expect(dialog.getByLabel('到场时间')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByLabel('现场情况')).toHaveValue('已到');
  }
  await page.keyboard.press('Escape');
});

test('closing with something owed says what is owed', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+K');
  await page.keyboard.type('办结 1');
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByText(/还不能办结|尚欠|欠/)
      .filter({ hasText: '到场' })
      .first(),
  ).toBeVisible();
  const [live] = await ask<{ id: string; state: string }[]>(page, 'instructions.live');
  expect(live?.state).toBe('dispatched');
  const reply = await door(page, 'engine', [
    'instructions.close',
    { id: live?.id, action: {} },
    crypto.randomUUID(),
  ]);
  expect(reply.e?.code).toBe('owed');
});

test('a supply issue above the balance is refused beside the quantity', async () => {
  const { page } = desk;
  const custodian = withRole('custodian').find((p) => p.roles.includes('dutyOfficer'));
  const people = await ask<{ id: string; name: string }[]>(page, 'people.list');
  await signInBy(page, staffNoOf(withRole('admin')[0]?.name ?? ''), credentials.password);
  await ask(page, 'people.setCredential', {
    personId: people.find((p) => p.name === custodian?.name)?.id,
    password: credentials.password,
  });
  await signInBy(page, custodian?.staffNo ?? '', credentials.password);
  await page.getByRole('link', { name: '物资台账' }).click();
  await page
    .getByRole('gridcell', { name: /对讲机/ })
    .first()
    .click();
  await page.getByRole('button', { name: '领用' }).first().click();
  const dialog = page.getByRole('dialog', { name: /领用/ });
  await dialog.getByLabel('数量').fill('9999');
  await dialog.getByLabel('领用人').fill('石破晓');
  await page.keyboard.press('Control+Enter');
  await expect(
    dialog
      .getByText(/库存|账面/)
      .filter({ hasText: /只有|不足|超过|多于/ })
      .first(),
  ).toBeVisible();
  const { items } = await ask<{ items: { name: string; out: number }[] }>(page, 'supplies.list');
  expect(items.find((i) => i.name === '对讲机')?.out).toBe(0);
});

test('a database of a newer version is left alone and explained', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'duty-desk-newer-'));
  const db = new Database(join(dataDir, 'duty-desk.sqlite'));
  db.pragma('user_version = 99');
  db.close();
  const newer = await launchDesk({ dataDir });
  try {
    await expect(newer.page.getByRole('alert').filter({ hasText: '更新版本的程序' })).toBeVisible({
      timeout: 20_000,
    });
  } finally {
    await newer.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
