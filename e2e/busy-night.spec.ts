import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { busyDesk } from '../bench/busy-desk.ts';
import type { Instruction } from '../shared/instructions/types.ts';
import { instant } from '../shared/time/zone.ts';
import { ask, signInBy } from './ask.ts';
import { typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

let desk: Desk | undefined;
test.afterEach(async () => {
  await desk?.close();
  if (desk) await rm(desk.dataDir, { recursive: true, force: true });
  desk = undefined;
});

async function open(seeded: { dataDir: string; env: Record<string, string> }): Promise<Desk> {
  desk = await launchDesk(seeded);
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(desk.page.getByRole('article').first()).toBeVisible();
  return desk;
}

test('nothing moves under the pointer while thirty live instructions change, come and end', async () => {
  const { page } = await open(await busyDesk(30));
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(30);
  const button = cards.nth(1).getByRole('button', { name: '派送' });
  await button.hover();
  const before = await button.boundingBox();
  const label = await cards.nth(1).getAttribute('aria-label');

  const live = await ask<Instruction[]>(page, 'instructions.live');
  const first = await cards.first().getAttribute('aria-label');
  const ended = live.find((i) => first?.startsWith(i.number));
  await ask(page, 'instructions.decline', {
    id: ended?.id,
    action: { explainedTo: '110', text: '不属受理范围' },
  });
  for (const place of ['灯塔巷', '潮音路', '钟楼']) {
    const issuedAtMs = (await ask<{ nowMs: number }>(page, 'desk.view')).nowMs;
    await ask(page, 'instructions.receive', { place, text: '广告牌松动', zone: 'mainUrban', issuedAtMs });
  }
  await expect(cards).toHaveCount(33);
  await expect(page.getByText('已离开在办')).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
  expect(await cards.nth(1).getAttribute('aria-label')).toBe(label);
});

test('an arrival typed as 23:58 at three minutes past midnight was yesterday', async () => {
  const call = {
    at: '23:30',
    do: 'receive',
    ref: 'A',
    centreNo: 'A',
    issuedAt: '23:30',
    caller: '',
    phone: '',
    place: '灯塔巷口',
    zone: 'mainUrban',
    category: 3,
    text: '占道。',
  };
  const sent = { at: '23:31', do: 'dispatch', ref: 'A', to: '行政执法大队应急行动组', takenBy: '石破晓' };
  const { page } = await open(await seedDay([call, sent], '+00:03'));
  await page.getByRole('article').getByRole('button', { name: '到达现场' }).click();
  const form = page.getByRole('dialog');
  await typeInto(page, form.getByLabel(/^到场时间/), '23:58');
  await expect(form.getByText(/3月11日/).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  const [i] = await ask<Instruction[]>(page, 'instructions.live');
  expect(i?.dispatches[0]?.arrivedAtMs).toBe(instant('2026-03-11', '23:58', 'Asia/Shanghai'));
});
