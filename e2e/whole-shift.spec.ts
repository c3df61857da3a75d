import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { verifyFolder } from '../electron/engine/db/verify.ts';
import { ask, door } from './ask.ts';
import { choose, tabTo, typeInto } from './keyboard.ts';
import { type Desk, launchDesk } from './launch.ts';
import { crews, sampleBureau, staffNoOf, withRole } from './seed.ts';

const PASSWORD = 'long-enough-1';
const PIN = '135790';
const { crew, relief } = crews;
const admin = withRole('admin')[0] ?? { name: '', staffNo: '' };

test.describe.configure({ mode: 'serial' });

let desk: Desk;
test.beforeAll(async () => {
  desk = await launchDesk({ env: { DUTY_DESK_NOW: '2026-03-11T08:40:00+08:00' } });
});
test.afterAll(async () => {
  await desk?.close();
});

const call = <T>(path: string, input?: unknown) => ask<T>(desk.page, path, input);

async function switchTo(name: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: /切换人员/ }).click();
  const dialog = page.getByRole('dialog', { name: '切换人员' });
  await choose(page, dialog.getByRole('combobox', { name: '人员' }), name);
  await dialog.getByLabel('PIN').fill(PIN);
  await expect(page.getByRole('button', { name: `切换人员 ${name}` })).toBeVisible();
}

test('the wizard refuses a broken bureau file with every fault and loads a good one', async () => {
  const { page } = desk;
  await expect(page.getByText('第一次使用')).toBeVisible();
  await page.getByText('单位文件', { exact: true }).click();
  const field = page.getByLabel('或在此粘贴文件内容');
  await field.fill('{ "site": ');
  await page.getByRole('button', { name: '检查文件' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '1 处问题' })).toBeVisible();

  const broken = JSON.parse(sampleBureau) as { people: { staffNo: string; unit: string }[] };
  const [first, second] = broken.people;
  if (first && second) {
    second.staffNo = first.staffNo;
    second.unit = '没有的单位';
  }
  await field.fill(JSON.stringify(broken));
  await page.getByRole('button', { name: '检查文件' }).click();
  await expect(page.getByText('people[1].staffNo')).toBeVisible();
  await expect(page.getByText('people[1].unit')).toBeVisible();
  expect((await call<{ configured: boolean }>('setup.status')).configured).toBe(false);

  await field.fill(sampleBureau);
  await page.getByRole('button', { name: '检查文件' }).click();
  await expect(page.getByText('文件没有问题')).toBeVisible();
  await page.getByLabel(/^密码/).fill(PASSWORD);
  await page.getByLabel(/^PIN/).fill(PIN);
  await page.getByRole('button', { name: '完成设置' }).click();
  await expect(page.getByText('现在没有班组值班')).toBeVisible({ timeout: 20_000 });
});

test('a wrong password is refused at the field, the right one opens the desk', async () => {
  const { page } = desk;
  await door(page, 'session', { op: 'signOut' });
  await expect(page.getByRole('main', { name: '登录' })).toBeVisible();
  await page.getByLabel('工号').fill(admin.staffNo);
  await page.getByLabel('密码').fill('not-the-password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/密码不对|密码错误|工号或密码/)).toBeVisible();
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('现在没有班组值班')).toBeVisible();
  const people = await call<{ id: string; name: string }[]>('people.list');
  for (const name of new Set([
    crew.shiftLead,
    crew.liaison,
    ...crew.officers,
    relief.shiftLead,
    relief.liaison,
  ])) {
    const personId = people.find((p) => p.name === name)?.id;
    await call('people.setCredential', { personId, password: PASSWORD, pin: PIN });
  }
});

test('the crew takes the empty desk with the lead’s PIN', async () => {
  const { page } = desk;
  await choose(page, page.getByRole('combobox', { name: '值班长' }), crew.shiftLead);
  await choose(page, page.getByRole('combobox', { name: '应急联络员' }), crew.liaison);
  await choose(page, page.getByRole('combobox', { name: '值班员' }), crew.officers[0] ?? '');
  await page.keyboard.press('Escape');
  await typeInto(page, page.getByLabel('值班长 PIN'), PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('接到 110 指令时按 F2 新建')).toBeVisible();
  await switchTo(crew.liaison);
});

test('an instruction from receipt to close, by keyboard', async () => {
  const { page } = desk;
  await page.keyboard.press('F2');
  const intake = page.getByRole('dialog', { name: '新建指令' });
  await expect(intake.getByLabel('地点')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(intake.getByText('必填').first()).toBeVisible();
  await page.keyboard.type('潮音路口公交站旁楼顶');
  await typeInto(page, intake.getByLabel('内容'), '楼顶广告牌铁皮松动,快掉了。');
  await typeInto(page, intake.getByLabel('联系电话'), '1');
  await tabTo(page, intake.getByRole('radio', { name: /主城区/ }));
  await page.keyboard.press('Space');
  await choose(page, intake.getByRole('combobox', { name: '类别' }), '除雪');
  await page.keyboard.press('Control+Enter');
  await expect(intake.getByText(/电话应为/)).toBeVisible();
  await intake.getByLabel('联系电话').focus();
  await typeInto(page, intake.getByLabel('联系电话'), '13900001111');
  await page.keyboard.press('Control+Enter');

  const dispatch = page.getByRole('dialog', { name: /派送/ });
  await expect(dispatch.getByText('建议派 行政执法大队')).toBeVisible();
  await typeInto(page, dispatch.getByLabel('接令人'), '石破晓');
  await page.keyboard.press('Control+Enter');
  const card = page.getByRole('article', { name: /潮音路口/ });
  await expect(card.getByText('欠:到场')).toBeVisible();

  await tabTo(page, card.getByRole('button', { name: '到达现场' }), 90);
  await page.keyboard.press('Enter');
  const arrival = page.getByRole('dialog', { name: /到达现场/ });
  await typeInto(page, arrival.getByLabel('到场时间'), '09:30');
  await page.keyboard.press('Control+Enter');
  await expect(arrival.getByText(/晚了五分钟以上/)).toBeVisible();
  await typeInto(page, arrival.getByLabel('到场时间'), '');
  await page.keyboard.press('Backspace');
  await typeInto(page, arrival.getByLabel('现场情况'), '铝塑面板一角脱开,已拉警戒线。');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('欠:受理确认')).toBeVisible();

  await tabTo(page, card.getByRole('button', { name: '属受理范围', exact: true }), 90);
  await page.keyboard.press('Enter');
  await expect(card.getByText(/欠:处置结果/)).toBeVisible();
  await tabTo(page, card.getByRole('button', { name: '处置完毕' }), 90);
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByRole('dialog').getByLabel('处置情况'), '面板已拆除,无人受伤。');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('欠:反馈110')).toBeVisible();
  await tabTo(page, card.getByRole('button', { name: '反馈110' }), 90);
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByRole('dialog').getByLabel('110 接收人'), '110接警员03号');
  await page.keyboard.press('Control+Enter');
  await tabTo(page, card.getByRole('button', { name: '办结' }), 90);
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
});

test('a quick line becomes an entry with its kind guessed', async () => {
  const { page } = desk;
  const line = page.getByLabel('快速记录');
  await line.focus();
  await page.keyboard.type('市应急办来电询问广告牌处置情况,已答复');
  await expect(page.getByRole('button', { name: '类别 来电' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
  await expect(page.getByText('市应急办来电询问广告牌处置情况,已答复')).toBeVisible();
});

test('the desk is handed over with both PINs and the sealed sheet says so', async () => {
  const { page } = desk;
  await switchTo(crew.shiftLead);
  const people = await call<{ id: string; name: string }[]>('people.list');
  const id = (name: string) => people.find((p) => p.name === name)?.id;
  await call('shifts.planRelief', {
    crew: {
      shiftLeadId: id(relief.shiftLead),
      liaisonId: id(relief.liaison),
      officerIds: relief.officers.map(id),
      leaderOnDutyId: null,
    },
  });
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: '交接班', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '开始交接' }).click();
  const freeze = page.getByRole('dialog');
  const extra = freeze.getByRole('checkbox', { name: /中途交接/ });
  if (!(await extra.isChecked())) await extra.check();
  await freeze.getByLabel('中途交接事由').fill('值班长身体不适');
  await freeze.getByRole('button', { name: '冻结' }).click();
  await expect(page.getByRole('button', { name: '交班签字' })).toBeVisible();
  await switchTo(relief.shiftLead);
  const accept = page.getByRole('button', { name: '全部接受' });
  if (await accept.isVisible()) await accept.click();
  await page.getByRole('button', { name: '账实相符' }).click();
  await expect(page.getByText('已清点 3 / 3')).toBeVisible();

  await page.getByLabel(`${crew.shiftLead} 的 PIN`).fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/PIN 不对|PIN 错误/)).toBeVisible();
  await page.getByLabel(`${crew.shiftLead} 的 PIN`).fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${crew.shiftLead} 已于`)).toBeVisible();
  await page.getByLabel(`${relief.shiftLead} 的 PIN`).fill(PIN);
  await page.keyboard.press('Enter');

  type Row = {
    id: string;
    status: string;
    documentSha256: string | null;
    chain: { seq: number; head: string } | null;
  };
  await expect
    .poll(async () => (await call<Row[]>('handover.list'))[0]?.status, { timeout: 40_000 })
    .toBe('sealed');
  const [sheet] = await call<Row[]>('handover.list');
  const file = join(desk.dataDir, 'documents', `${sheet?.documentSha256}.pdf`);
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sheet?.documentSha256);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const words of [
    '交接班记录表',
    crew.shiftLead,
    relief.shiftLead,
    '值班长身体不适',
    String(sheet?.chain?.seq),
  ]) {
    expect(text.replace(/[\s,]/g, '')).toContain(words);
  }
  expect(text.replace(/\s/g, '')).toContain(sheet?.chain?.head ?? 'no head');
  const { holder } = await call<{ holder: { members: { name: string }[] } }>('shifts.current');
  expect(holder.members[0]?.name).toBe(relief.shiftLead);
});

test('the record verifies after the day', () => {
  expect(verifyFolder(desk.dataDir)).toMatchObject({ ok: true });
  expect(staffNoOf(crew.liaison)).not.toBe('');
});
