import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Instruction } from '../shared/instructions/types.ts';
import { ask, signInBy } from './ask.ts';
import { choose, tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

/** Every branch of 篇三 四 worked through with the keyboard alone, by the shift lead who is also a liaison. */
let desk: Desk;
let page: Page;
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay([], '10:00');
  desk = await launchDesk({ dataDir, env });
  page = desk.page;
  await signInBy(page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(page.getByRole('heading', { name: '值班台', exact: true })).toBeVisible();
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

type Typed = [label: string, text: string][];

/** A field by its whole label, required or not. */
const field = (form: Locator, label: string) => form.getByLabel(new RegExp(`^${label}\\s*\\*?$`));

async function fill(form: Locator, typed: Typed): Promise<void> {
  for (const [label, text] of typed) await typeInto(page, field(form, label), text);
}

/** F2, the call as it is spoken, 签收; then the team, or Esc to leave it for the card. */
async function takeCall(place: string, dispatch: Typed | null): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('F2');
  const intake = page.getByRole('dialog', { name: /新建指令/ });
  await expect(intake.getByLabel('地点')).toBeFocused();
  await page.keyboard.type(place);
  await fill(intake, [
    ['内容', `${place}有摊贩占道经营。`],
    ['联系电话', '13900001111'],
  ]);
  await tabTo(page, intake.getByRole('radio', { name: /主城区/ }));
  await page.keyboard.press('Space');
  await choose(page, intake.getByRole('combobox', { name: '类别' }), '市容');
  await page.keyboard.press('Control+Enter');
  const order = page.getByRole('dialog', { name: /派送/ });
  await expect(order.getByLabel('接令人')).toBeVisible();
  if (dispatch === null) {
    await page.keyboard.press('Escape');
  } else {
    await fill(order, dispatch);
    await page.keyboard.press('Control+Enter');
  }
  await expect(order).toHaveCount(0);
  const card = page.getByRole('article', { name: new RegExp(place) });
  await tabTo(page, card.getByRole('button', { name: place }), 120);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '更正' })).toBeVisible();
}

/** A button of the instruction's page, and its form when it has one. */
async function step(name: string, typed: Typed | null = []): Promise<void> {
  await tabTo(page, page.getByRole('main').getByRole('button', { name, exact: true }).first(), 120);
  await page.keyboard.press('Enter');
  if (typed === null) return;
  const form = page.getByRole('dialog');
  await expect(form).toBeVisible();
  await fill(form, typed);
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
}

async function stateOf(place: string): Promise<Partial<Instruction>> {
  const { rows } = await ask<{ rows: Instruction[] }>(page, 'instructions.list', { words: place });
  return rows[0] ?? {};
}
const becomes = (place: string, record: Record<string, unknown>) =>
  expect.poll(() => stateOf(place)).toMatchObject(record);

const taken: Typed = [['接令人', '石破晓']];
const arrived: Typed = [['现场情况', '摊贩三家，秩序正常。']];
const told: Typed = [['110 接收人', '110接警员05号']];

test('normal: sent, there, ours, done, reported, closed', async () => {
  await takeCall('钟楼巷口', taken);
  await step('出动');
  await step('到达现场', arrived);
  await step('属受理范围', null);
  await step('处置完毕', [['处置情况', '已教育劝离。']]);
  await step('反馈110', told);
  await step('办结', null);
  await becomes('钟楼巷口', { state: 'closed' });
});

test('declined: out of scope, explained on the spot', async () => {
  await takeCall('煤气站旁', null);
  await step('不属受理范围', [
    ['向谁说明', '110接警员05号'],
    ['说明内容', '燃气泄漏属燃气公司，已告知转派。'],
  ]);
  await becomes('煤气站旁', { state: 'declined' });
});

test('duplicate: linked to the first, both numbers kept, and taken back by the shift lead', async () => {
  await takeCall('菜场东门', taken);
  await takeCall('菜场东门外', null);
  await step('重复指令', null);
  const form = page.getByRole('dialog');
  await choose(page, form.getByRole('combobox', { name: '原指令' }), '菜场东门 ');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await becomes('菜场东门外', { state: 'voided' });
  await step('撤销误操作', [['原因', '不是同一处']]);
  await becomes('菜场东门外', { state: 'received', duplicateOf: null });
});

test('delayed: late, not closed before it is explained, late for good', async () => {
  await takeCall('北环立交下', [
    ['接令人', '石破晓'],
    ['接令时间', '09:20'],
  ]);
  await step('到达现场', arrived);
  await step('属受理范围', null);
  await step('处置完毕', [['处置情况', '已清理。']]);
  await step('反馈110', told);
  await expect(page.getByText(/还不能办结/)).toContainText('迟到');
  await step('说明迟到原因', [
    ['原因', '道路积雪'],
    ['向谁说明', '110接警员05号'],
  ]);
  await step('办结', null);
  await becomes('北环立交下', { state: 'closed' });
  await expect(page.getByText(/迟到 1\d 分钟/).first()).toBeVisible();
});

test('not ours: order kept until the competent department came, then transferred', async () => {
  await takeCall('变电箱旁', taken);
  await step('到达现场', arrived);
  await step('不属受理范围', [
    ['向谁说明', '110接警员05号'],
    ['受理部门', '供电公司'],
  ]);
  await step('移交', [['接收人', '王工']]);
  await step('办结', null);
  await becomes('变电箱旁', { state: 'closed', transfer: { to: '供电公司', receiver: '王工' } });
});

test('follow-up: explained to the centre, progress noted, done, closed; then reopened with a reason', async () => {
  await takeCall('滨河步道', taken);
  await step('到达现场', arrived);
  await step('属受理范围', null);
  await step('后续处理', [
    ['后续事项', '栏杆需更换'],
    ['负责人', '市容环境卫生管理处'],
    ['期限', '16:00'],
    ['向谁说明', '110接警员05号'],
  ]);
  await step('后续进展', [['进展', '厂家下午到货']]);
  await step('后续完成', [['完成情况', '已更换']]);
  await step('处置完毕', [['处置情况', '栏杆更换完毕。']]);
  await step('反馈110', told);
  await step('办结', null);
  await becomes('滨河步道', { state: 'closed' });

  await step('重新打开', [['原因', '报警人来电称未修好']]);
  await becomes('滨河步道', { state: 'handling' });
  await step('处置完毕', [['处置情况', '重新加固。']]);
  await step('反馈110', told);
  await step('办结', null);
  await becomes('滨河步道', { state: 'closed' });
});
