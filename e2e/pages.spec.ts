import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ask, signInBy } from './ask.ts';
import { type Desk, launchDesk } from './launch.ts';
import { credentials, crews, seedDay, staffNoOf } from './seed.ts';

const LONG_NAME = '中国汐州市望江路街道城市综合运行管理中心';
const FORTY_LINES = Array.from({ length: 40 }, (_, n) => `第${n + 1}行:沿街店外经营,已劝导整改。`).join('\n');

const calls = Array.from({ length: 12 }, (_, n) => ({
  at: '09:00',
  do: 'receive',
  ref: `P${n}`,
  centreNo: `110-${n}`,
  issuedAt: '09:00',
  caller: LONG_NAME,
  phone: '13911110001',
  place: `${LONG_NAME}${n + 1}号`,
  zone: 'mainUrban',
  category: 3,
  text: FORTY_LINES.slice(0, 400),
}));
const events = [
  ...calls,
  {
    at: '09:01',
    do: 'dispatch',
    ref: 'P0',
    to: '行政执法大队应急行动组',
    takenBy: LONG_NAME,
    takenAt: '09:01',
  },
  { at: '09:02', do: 'log', kind: 'callIn', from: LONG_NAME, text: FORTY_LINES, phone: '' },
  {
    at: '09:03',
    do: 'log',
    kind: 'walkIn',
    from: LONG_NAME,
    text: '来访一次。',
    followUp: { owner: LONG_NAME, due: '12:00' },
  },
  { at: '09:04', do: 'issueSupply', item: '对讲机', quantity: 2, to: LONG_NAME, due: '18:00' },
];

let desk: Desk;
let detail = '';
test.beforeAll(async () => {
  const { dataDir, env } = await seedDay(events, '09:20');
  desk = await launchDesk({ dataDir, env });
  await signInBy(desk.page, staffNoOf(crews.crew.shiftLead), credentials.password);
  const [first] = await ask<{ id: string }[]>(desk.page, 'instructions.live');
  detail = `/instructions/${first?.id}`;
  // An emergency and an urgent paper besides: the fullest the desk can be.
  const { plans } = await ask<{ plans: { id: string }[] }>(desk.page, 'posture.view');
  await ask(desk.page, 'posture.change', { to: 'emergency', planId: plans[0]?.id, reason: LONG_NAME });
  await ask(desk.page, 'dutyLog.add', {
    kind: 'document',
    title: LONG_NAME.repeat(3),
    text: FORTY_LINES,
    from: LONG_NAME,
    urgency: 'flash',
  });
});
test.afterAll(async () => {
  await desk?.close();
  await rm(desk.dataDir, { recursive: true, force: true });
});

async function resize(width: number, height: number): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const windows = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      for (const each of windows) each.setContentSize(w ?? 0, h ?? 0);
    },
    [width, height],
  );
  await desk.page.waitForFunction((w) => Math.abs(window.innerWidth - w) < 3, width);
}

async function open(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
  await expect(page.getByRole('main')).toBeVisible();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
}

/** Texts that are wider than their box and neither wrap, scroll nor end in an ellipsis. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [];
    const cut = [...document.querySelectorAll('button, a, h1, h2, h3, label, dt, dd, td, th')].flatMap(
      (element) => {
        if (
          !(element instanceof HTMLElement) ||
          element.clientWidth === 0 ||
          element.closest('[aria-hidden]')
        )
          return [];
        const style = getComputedStyle(element);
        const hidden =
          element.scrollWidth > element.clientWidth + 2 &&
          style.overflowX === 'visible' &&
          style.display !== 'inline';
        return hidden ? [`${element.tagName} "${element.textContent?.slice(0, 30)}"`] : [];
      },
    );
    return [...wide, ...cut];
  });

const routes = [
  '/',
  '/instructions',
  '/instructions/paper',
  'detail',
  '/log',
  '/handover',
  '/groups',
  '/supplies',
  '/statistics',
  '/statistics?tab=allowance',
  '/alarms?tab=all',
  '/posture',
  '/settings',
  '/settings?tab=plans',
];

for (const theme of ['light', 'dark'] as const) {
  test(`every page in ${theme}: nothing serious for axe, nothing cut at either size`, async () => {
    test.setTimeout(180_000);
    const { page } = desk;
    await page.evaluate((value) => {
      localStorage.setItem('duty-desk-theme', value);
    }, theme);
    await page.reload();
    await expect(page.getByRole('main')).toBeVisible();
    const problems: string[] = [];
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
    ] as const) {
      await resize(width, height);
      for (const name of routes) {
        await open(page, name === 'detail' ? detail : name);
        for (const cut of await overflowing(page)) problems.push(`${name} ${width}: ${cut}`);
        if (width === 1280) continue;
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        for (const v of violations.filter(
          (each) => each.impact === 'serious' || each.impact === 'critical',
        )) {
          problems.push(`${name}: ${v.id} ${v.nodes[0]?.html.slice(0, 160)}`);
        }
      }
    }
    expect(problems).toEqual([]);
  });
}
