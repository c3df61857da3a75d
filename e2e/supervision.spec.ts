import { expect, test } from '@playwright/test';
import { enginePid } from './engine-process.ts';
import { type Desk, launchDesk } from './launch.ts';

type Bridge = {
  call: (door: string, body: string) => Promise<string>;
  onEvent: (listener: (event: { t: string; status?: string }) => void) => void;
};
type Watched = typeof globalThis & { desk: Bridge; statuses: string[] };

let desk: Desk;

test.beforeAll(async () => {
  desk = await launchDesk();
  await desk.page.evaluate(() => {
    const watched = globalThis as Watched;
    watched.statuses = [];
    watched.desk.onEvent((event) => {
      if (event.t === 'engine') watched.statuses.push(event.status ?? '');
    });
  });
});
test.afterAll(async () => {
  await desk?.close();
});

const ask = (path: string) =>
  desk.page.evaluate(async (procedure) => {
    const { call } = (globalThis as Watched).desk;
    const body = JSON.stringify([procedure, undefined, '01890a5d-ac96-7cc4-8e2f-2b9d3f0c1a11']);
    return JSON.parse(await call('engine', body)) as { v?: unknown; e?: { code: string } };
  }, path);
const lastStatus = () => desk.page.evaluate(() => (globalThis as Watched).statuses.at(-1));

async function engineIsUp(): Promise<number> {
  await expect.poll(lastStatus, { timeout: 15_000 }).toBe('up');
  expect(await ask('settings.get')).toHaveProperty('v');
  return enginePid(desk.app) ?? 0;
}

test('a killed engine is replaced and the window hears of it', async () => {
  const first = await engineIsUp();
  process.kill(first, 'SIGKILL');
  await expect
    .poll(() => desk.page.evaluate(() => (globalThis as Watched).statuses.includes('down')))
    .toBe(true);
  expect(await engineIsUp()).not.toBe(first);
});

test('a stopped engine is noticed within 8 s and replaced', async () => {
  const first = await engineIsUp();
  await desk.page.evaluate(() => {
    (globalThis as Watched).statuses = [];
  });
  process.kill(first, 'SIGSTOP');
  await expect.poll(lastStatus, { timeout: 8000 }).toBeDefined();
  expect(await engineIsUp()).not.toBe(first);
});

test('the bell sounds from its own process, and is replaced when it is silent', async () => {
  const testTone = () =>
    desk.page.evaluate(async () =>
      (globalThis as Watched).desk.call('shell', '{"op":"testTone"}').then(JSON.parse),
    );
  const bellPid = () =>
    desk.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map(({ webContents }) => webContents)
          .find((contents) => contents.getURL().endsWith('/bell.html'))
          ?.getOSProcessId() ?? 0,
    );
  expect(await testTone()).toEqual({ v: { heard: true } });
  process.kill(await bellPid(), 'SIGKILL');
  await expect.poll(testTone, { timeout: 30_000 }).toEqual({ v: { heard: true } });
});
