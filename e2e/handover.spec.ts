import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { ask, door, signInBy } from './ask.ts';
import { choose, tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf, withRole } from './seed.ts';

const { crew, relief } = crews;
const { pin } = credentials;
const reader = withRole('supervisor').find((p) => p.roles.includes('leaderOnDuty'));
const events = [
  {
    at: '09:00',
    do: 'receive',
    ref: 'P0',
    centreNo: '110-1',
    issuedAt: '09:00',
    caller: '王女士',
    phone: '13911110001',
    place: '潮音路口公交站旁',
    zone: 'mainUrban',
    category: 3,
    text: '楼顶广告牌铁皮松动,快掉了。',
  },
];

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let people: Map<string, string>;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(events, '+08:05');
  desk = await launchDesk({ dataDir, env: { ...env, DUTY_DESK_IDLE_S: '86400' } });
  const { page } = desk;
  await signInBy(page, withRole('admin')[0]?.staffNo ?? '', credentials.password);
  const all = await ask<{ id: string; name: string }[]>(page, 'people.list');
  people = new Map(all.map((p) => [p.name, p.id]));
  await ask(page, 'people.setCredential', { personId: id(reader?.name ?? ''), ...credentials });
  await signInBy(page, staffNoOf(crew.shiftLead), credentials.password);
  const text = '市应急办询问大风准备情况,已答复。';
  await ask(page, 'dutyLog.add', { kind: 'callIn', text, important: true });
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

const id = (name: string) => people.get(name) ?? '';

/** Switching as main does it after the PIN; its form has tests of its own. */
async function switchTo(page: Page, name: string): Promise<void> {
  const reply = await door(page, 'session', { op: 'switch', personId: id(name), pin });
  expect(reply.e, `${name} was refused`).toBeUndefined();
  await expect(page.getByRole('button', { name: `切换人员 ${name}` })).toBeVisible();
}

test('from 08:00 the desk asks for the preparation; the checklist notes what a reference showed', async () => {
  const { page } = desk;
  await page.keyboard.press('F9');
  await expect(
    page.getByRole('status').filter({ hasText: '还差：值班电话、告警试音、时钟核对' }),
  ).toBeVisible();
  await ask(page, 'shifts.planRelief', {
    crew: {
      shiftLeadId: id(relief.shiftLead),
      liaisonId: id(relief.liaison),
      officerIds: relief.officers.map(id),
      leaderOnDutyId: null,
    },
  });
  const checks = page.getByRole('list', { name: '检查清单' });
  await tabTo(page, checks.getByLabel('值班电话畅通'), 120);
  await page.keyboard.press('Space');
  await typeInto(page, checks.getByLabel('参照时间'), '07:55');
  await page.keyboard.press('Enter');
  await expect(checks.getByText(/本机快 \d+秒.*请校准系统时钟/)).toBeVisible();
  await expect(checks.getByLabel('时钟核对无误')).not.toBeChecked();
  await expect
    .poll(async () => {
      const view = await ask<{ preparation: { clockCheck: unknown; selfTest: object } }>(
        page,
        'handover.view',
      );
      return [view.preparation.selfTest, view.preparation.clockCheck !== null];
    })
    .toEqual([{ phoneLine: true, speaker: false, clock: false, printer: false }, true]);
});

test('a line for the relief is typed, worded anew and keeps both wordings', async () => {
  const { page } = desk;
  await typeInto(page, page.getByLabel('交接事项内容'), '望江路围挡倾斜,等施工队加固');
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: '待跟进' });
  await expect(section.getByText('望江路围挡倾斜,等施工队加固')).toBeVisible();
  await expect(page.getByLabel('交接事项内容')).toBeFocused();
  await tabTo(page, section.getByRole('button', { name: /^修改 望江路围挡/ }));
  await page.keyboard.press('Enter');
  const edit = page.getByRole('dialog', { name: '修改交接事项' });
  await typeInto(page, edit.getByLabel('交接事项内容'), '望江路围挡倾斜,施工队上午十点到');
  await page.keyboard.press('Control+Enter');
  await expect(edit).toBeHidden();
  await tabTo(page, section.getByRole('button', { name: /的来历：.*首次交接/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('望江路围挡倾斜,等施工队加固')).toBeVisible();
  await page.keyboard.press('Escape');
  const important = page.getByRole('region', { name: '重要事项' });
  await expect(important.getByText('询问大风准备情况')).toBeVisible();
});

test('the briefing turns by key and leaves by Esc', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+K');
  await page.keyboard.type('晨会');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '值班人员' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: '本班概要' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: '在办指令' })).toBeVisible();
  await expect(page.getByRole('main').getByText('潮音路口公交站旁')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: '本班概要' })).toBeVisible();
  const letters = await page.evaluate(() => {
    const unit = window.innerWidth / 1920;
    const sizes = [...document.querySelectorAll('main *')]
      .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()))
      .map(
        (e) => Number.parseFloat(getComputedStyle(e).fontSize) / Math.min(unit, window.innerHeight / 1080),
      );
    return { smallest: Math.min(...sizes), largest: Math.max(...sizes) };
  });
  expect(letters.smallest).toBeGreaterThanOrEqual(28);
  expect(letters.largest).toBeGreaterThanOrEqual(64);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '交接班', exact: true })).toBeVisible();
});

test('what is not ticked is named and does not stop the freeze', async () => {
  const { page } = desk;
  await tabTo(page, page.getByRole('button', { name: '开始交接' }), 120);
  await page.keyboard.press('Enter');
  const freeze = page.getByRole('dialog', { name: '开始交接' });
  await expect(freeze.getByText(/未完成：告警试音、时钟核对、打印机/)).toBeVisible();
  await tabTo(page, freeze.getByRole('button', { name: '冻结' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已核对 0 / 2')).toBeVisible();
  await expect(page.getByText('由接班人员核对')).toBeVisible();
});

test('the relief accepts and refuses by single keys', async () => {
  const { page } = desk;
  await switchTo(page, relief.shiftLead);
  const items = page.getByRole('list', { name: '逐项核对' }).getByRole('listitem');
  await tabTo(page, items.nth(0), 120);
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByLabel('拒收原因')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '必填' })).toBeVisible();
  await page.keyboard.type('围挡现场没有人看守');
  await page.keyboard.press('Enter');
  await expect(items.nth(1).getByText('围挡现场没有人看守')).toBeVisible();
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByText('已核对 2 / 2')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '账实相符' }), 60);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已清点 3 / 3')).toBeVisible();
});

test('wrong PINs make the lead wait by the second, nothing else waits', async () => {
  const { page } = desk;
  const field = page.getByLabel(`${crew.shiftLead} 的 PIN`);
  await tabTo(page, field, 120);
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('');
    await expect(page.getByText('PIN 不对。')).toBeVisible();
  }
  await expect(page.getByText(/还要等 \d+秒/)).toBeVisible();
  await page.keyboard.type(pin);
  const before = await ask<unknown[]>(page, 'alarms.active');
  await page.keyboard.press('F8');
  await expect
    .poll(async () => (await ask<unknown[]>(page, 'alarms.active')).length)
    .toBeLessThan(before.length);
  await expect(field).toHaveValue(pin);
  await expect(page.getByText(/还要等 \d+秒/)).toBeHidden({ timeout: 15_000 });
  await field.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${crew.shiftLead} 已于`)).toBeVisible();
});

test('the incoming signature changes the desk, the sheet is sealed and a leader reads it late', async () => {
  const { page } = desk;
  await typeInto(page, page.getByLabel(`${relief.shiftLead} 的 PIN`), pin);
  // A second press while the first is on its way has no second effect.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('✓ 已封存')).toBeVisible({ timeout: 60_000 });
  const { holder } = await ask<{ holder: { members: { name: string }[] } }>(page, 'shifts.current');
  expect(holder.members[0]?.name).toBe(relief.shiftLead);
  const list = await ask<{ status: string; refused: number; items: number }[]>(page, 'handover.list');
  expect(list).toMatchObject([{ status: 'sealed', refused: 1, items: 2 }]);

  await tabTo(page, page.getByRole('button', { name: '阅签' }), 120);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '带班领导阅签' });
  await choose(page, dialog.getByRole('combobox', { name: '阅签人' }), reader?.name ?? '');
  await typeInto(page, dialog.getByLabel('阅示意见'), '已阅,围挡加固后报我');
  await typeInto(page, dialog.getByLabel('PIN'), pin);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const readings = page.getByRole('list', { name: '带班领导阅签' });
  await expect(readings.getByText(`已阅,围挡加固后报我`)).toBeVisible();
  await expect(readings.getByText('封存后阅签')).toBeVisible();
});

test('the refused line goes on, with its refusal in its way', async () => {
  const { page } = desk;
  const section = page.getByRole('region', { name: '待跟进' });
  await tabTo(page, section.getByRole('button', { name: /的来历：.*第2次交接/ }), 150);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${relief.shiftLead} 拒收：围挡现场没有人看守`)).toBeVisible();
});
