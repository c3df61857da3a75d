import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf, withRole } from './seed.ts';

test.describe.configure({ mode: 'serial' });

const TITLE = '关于做好大风防范工作的紧急通知';
const leader = withRole('leaderOnDuty')[0]?.name ?? '';

/** The desk at an instant of the sample day, the shift lead signed in. */
async function openDesk(until: string): Promise<{ desk: Desk; dataDir: string }> {
  const { dataDir, env } = await seedDay(
    [{ at: '09:02', do: 'log', kind: 'callIn', from: '市应急办', text: '询问值班安排，已答复。' }],
    until,
  );
  const desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  await expect(desk.page.getByRole('navigation').first()).toBeVisible();
  return { desk, dataDir };
}

async function say(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test.describe('an emergency, by keyboard alone', () => {
  let desk: Desk;
  let dataDir = '';
  test.beforeAll(async () => {
    ({ desk, dataDir } = await openDesk('14:00'));
  });
  test.afterAll(async () => {
    await desk?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('is declared with plan and reason, and says beforehand what the crews lack', async () => {
    const { page } = desk;
    await say(page, '应急');
    await expect(page.getByRole('heading', { name: '平急转换', level: 1 })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: '转入应急' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '转入应急状态' });
    await expect(dialog.getByText('没有带班领导：应急状态须有带班领导').first()).toBeVisible();
    await expect(dialog.getByRole('combobox', { name: '启动预案' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: /台风、大风/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: '启动预案' })).toHaveValue(/台风、大风/);
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText('这一项必填。')).toBeVisible();
    await typeInto(page, dialog.getByLabel('理由'), '大风橙色预警');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: /平急转换 应急.*台风、大风/ })).toBeVisible();
  });

  test('its checklist is ticked off and added to', async () => {
    const { page } = desk;
    const list = page.getByRole('region', { name: '应急清单' });
    const first = list.getByRole('checkbox').first();
    await tabTo(page, first);
    await page.keyboard.press('Space');
    await expect(first).toBeChecked();
    await expect(list.getByText(new RegExp(`${crews.crew.shiftLead} 14:0`))).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(list.getByText('已办 2 / 6')).toBeVisible();
    await typeInto(page, list.getByLabel('添加一项'), '暂停高空作业');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('checkbox', { name: '暂停高空作业' })).toBeVisible();
    await page.keyboard.press('Control+1');
    const home = page.getByRole('region', { name: '应急状态' });
    await expect(home.getByText('2 / 7')).toBeVisible();
    await expect(home.getByText('没有带班领导', { exact: false })).toBeVisible();
  });

  test('an urgent paper rings by its title, leads to its entry and is settled by 已报告领导', async () => {
    const { page } = desk;
    const { nowMs } = await ask<{ nowMs: number }>(page, 'desk.view');
    const { id } = await ask<{ id: string }>(page, 'dutyLog.add', {
      kind: 'document',
      title: TITLE,
      text: '请立即部署',
      from: '市应急管理局',
      urgency: 'immediate',
      occurredAtMs: nowMs - 10 * 60_000 + 4_000,
    });
    const papers = page.getByRole('region', { name: '在办公文' });
    await expect(papers.getByRole('button', { name: TITLE })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: `公文待报 ${TITLE}` })).toBeAttached({
      timeout: 15_000,
    });
    await tabTo(page, page.getByRole('button', { name: /告警灯/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('region', { name: '告警' }).getByRole('button', { name: TITLE }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '值班日志', level: 1 })).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#/log?day=2026-03-11&entry=${id}`);

    await page.keyboard.press('Control+1');
    await tabTo(page, papers.getByRole('button', { name: '已报告领导' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '已报告领导' });
    await expect(dialog.getByRole('combobox', { name: '报告给哪位领导' })).toBeFocused();
    await page.keyboard.type(leader);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(papers.getByText('欠办理结果')).toBeVisible();
    expect(await ask(page, 'alarms.active')).toEqual([]);
    const entry = await ask<{ steps: { kind: string; who: string }[] }>(page, 'dutyLog.get', { id });
    expect(entry.steps.map(({ kind, who }) => [kind, who])).toEqual([['reported', leader]]);
  });

  test('ends with a reason and what was not done, and stays in history and log', async () => {
    const { page } = desk;
    await say(page, '平急转换');
    await tabTo(page, page.getByRole('button', { name: '恢复常态' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '恢复常态值守' });
    await expect(dialog.getByText(/还有 5 项没有办：.*暂停高空作业/)).toBeVisible();
    await expect(dialog.getByLabel('理由')).toBeFocused();
    await page.keyboard.type('预警解除');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: '平急转换 常态' })).toBeVisible();
    const history = page.getByRole('region', { name: '历次转换' });
    await expect(history.getByText('办妥 2 / 7', { exact: false })).toBeVisible();
    const { entries } = await ask<{ entries: { text: string }[] }>(page, 'dutyLog.day', {});
    expect(entries.map((e) => e.text).filter((text) => /应急|常态/.test(text))).toEqual([
      '转入应急状态（启动预案：台风、大风）。理由：大风橙色预警',
      '恢复常态值守。理由：预警解除',
    ]);
  });
});

test.describe('the crews at the changeover, by keyboard alone', () => {
  let desk: Desk;
  let dataDir = '';
  test.beforeAll(async () => {
    ({ desk, dataDir } = await openDesk('+08:23'));
  });
  test.afterAll(async () => {
    await desk?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('the desk names who of the relief is missing; several sign in at once', async () => {
    const { page } = desk;
    const { shiftLead, liaison, officers } = crews.relief;
    const gathering = page.getByRole('status').filter({ hasText: '接班未到' });
    await expect(gathering).toContainText(`${shiftLead}、${liaison}、${officers[0]}`);
    await page.keyboard.press('F9');
    const relief = page.getByRole('table', { name: '接班人员' });
    await tabTo(page, relief.getByRole('checkbox', { name: `选中 ${shiftLead}` }), 120);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(relief.getByText(/✓ 08:2\d 到岗/)).toHaveCount(2);
    await expect(relief.getByText('待到岗')).toHaveCount(1);
    await page.keyboard.press('Control+1');
    await expect(gathering).not.toContainText(shiftLead);
    await expect(gathering).toContainText(officers[0] ?? '');
  });

  test('nobody leaves before the relief has signed; who is away is marked, seen above, and comes back', async () => {
    const { page } = desk;
    const [officer = ''] = crews.crew.officers;
    await page.keyboard.press('F9');
    await tabTo(page, page.getByRole('button', { name: `${officer} 离岗` }), 120);
    await page.keyboard.press('Enter');
    await expect(page.getByText('接班人尚未签字，不能离岗。')).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: `${officer} 脱岗` })).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `登记脱岗：${officer}` });
    await expect(dialog.getByLabel('事由')).toBeFocused();
    await page.keyboard.type('未报告离开');
    await typeInto(page, dialog.getByLabel('脱岗时间'), '26:00');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText('时间无法识别', { exact: false })).toBeVisible();
    await typeInto(page, dialog.getByLabel('脱岗时间'), '08:10');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('banner').getByText(`${officer}（脱岗）`)).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: `${officer} 返岗` }), 120);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: `返岗：${officer}` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('banner').getByText('脱岗')).toHaveCount(0);
    await expect(page.getByText(/08:10 – 08:2\d/)).toBeVisible();
  });
});
