import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Instruction } from '../shared/instructions/types.ts';
import { ask, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

/** Two officers act on the same instruction at once: the second sees what changed and loses no words. */
const places = ['望江路灯塔巷口', '和平路菜市场', '潮音路公交站', '解放路工地'];
const events = places.flatMap((place, n) => [
  {
    at: '09:30',
    do: 'receive',
    ref: `X${n}`,
    centreNo: `110-${n}`,
    issuedAt: '09:29',
    caller: '居民',
    phone: '13911110001',
    place,
    zone: 'mainUrban',
    category: 3,
    text: '摊贩占道。',
  },
  { at: '09:31', do: 'dispatch', ref: `X${n}`, to: '行政执法大队', takenBy: '段承岳', takenAt: '09:31' },
]);

let desk: Desk;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(events, '09:35');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(desk.page.getByRole('article').first()).toBeVisible();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

async function byPlace(place: string): Promise<Instruction> {
  const live = await ask<Instruction[]>(desk.page, 'instructions.live');
  const found = live.find((i) => i.place === place);
  if (!found) throw new Error(`${place} is not live`);
  return found;
}

async function openForm(place: string, button: string) {
  const { page } = desk;
  await page
    .getByRole('article', { name: new RegExp(place) })
    .getByRole('button', { name: button })
    .click();
  return page.getByRole('dialog', { name: new RegExp(button) });
}

test('what the other one did stands over the open form; the words are kept and sent on what holds now', async () => {
  const { page } = desk;
  const [place = ''] = places;
  const form = await openForm(place, '到达现场');
  const words = '两处摊点,已劝离一处。';
  await form.getByLabel('现场情况').fill(words);
  const { id } = await byPlace(place);
  await ask(page, 'instructions.raiseSeverity', { id, action: { to: 'serious', notified: '俞静澜' } });

  const changed = form.getByRole('alert');
  await expect(changed).toContainText('又有 1 项变动');
  await expect(changed).toContainText(crews.crew.shiftLead);
  await expect(changed).toContainText('紧急程度升为较大，告知 俞静澜');
  await expect(form.getByLabel('现场情况')).toHaveValue(words);
  await expect(form.getByRole('button', { name: '按最新情况保存' })).toBeVisible();
  await form.getByLabel('现场情况').focus();
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  const after = await byPlace(place);
  expect([after.severity, after.state, after.dispatches[0]?.sceneText]).toEqual([
    'serious',
    'onScene',
    words,
  ]);
});

test('the team is there already: said, nothing typed is lost, nothing recorded twice', async () => {
  const { page } = desk;
  const place = places[1] ?? '';
  const form = await openForm(place, '到达现场');
  await form.getByLabel('到场时间').fill('09:33');
  await form.getByLabel('现场情况').fill('通道已让开。');
  const { id } = await byPlace(place);
  await ask(page, 'instructions.onScene', { id, action: { text: '同事已报。' } });
  await expect(form.getByRole('alert')).toContainText('到达现场，同事已报。');
  await expect(form.getByRole('button', { name: '按最新情况保存' })).toBeVisible();
  await form.getByLabel('现场情况').focus();
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('这支队伍已经到场。')).toBeVisible();
  await expect(form.getByLabel('现场情况')).toHaveValue('通道已让开。');
  await expect(form.getByLabel('到场时间')).toHaveValue('09:33');
  await page.keyboard.press('Escape');
  expect((await byPlace(place)).dispatches[0]?.sceneText).toBe('同事已报。');
});

test('ended by the other one: the form stays with its words and says that it is too late', async () => {
  const { page } = desk;
  const place = places[2] ?? '';
  const form = await openForm(place, '到达现场');
  await form.getByLabel('现场情况').fill('现场无人。');
  const { id } = await byPlace(place);
  await ask(page, 'instructions.void', { id, action: { reason: '市中心误下达' } });
  await expect(form.getByRole('alert')).toContainText('作废：市中心误下达');
  await expect(form.getByRole('alert')).toContainText('已作废');
  await expect(form.getByLabel('现场情况')).toHaveValue('现场无人。');
  await expect(form.getByRole('button', { name: /保存/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
});

test('a button without a form, pressed in the same instant, shows what changed instead of a riddle', async () => {
  const { page } = desk;
  const place = places[3] ?? '';
  const { id } = await byPlace(place);
  await ask(page, 'instructions.onScene', { id, action: { text: '已到。' } });
  const card = page.getByRole('article', { name: new RegExp(place) });
  const confirm = card.getByRole('button', { name: '属受理范围', exact: true });
  await expect(confirm).toBeVisible();
  const raise = ['instructions.raiseSeverity', { id, action: { to: 'serious' } }, crypto.randomUUID()];
  await confirm.evaluate(async (button, body) => {
    const { desk: bridge } = globalThis as unknown as {
      desk: { call(door: string, body: string): Promise<string> };
    };
    const other = bridge.call('engine', body);
    (button as HTMLElement).click();
    await other;
  }, JSON.stringify(raise));
  const form = page.getByRole('dialog', { name: /属受理范围/ });
  await expect(form.getByRole('alert')).toContainText('紧急程度升为较大');
  await form.getByRole('button', { name: '按最新情况保存' }).click();
  await expect(form).toHaveCount(0);
  expect((await byPlace(place)).state).toBe('handling');
});
