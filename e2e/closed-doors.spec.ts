import { expect, test } from '@playwright/test';
import { type Desk, launchDesk } from './launch.ts';

let desk: Desk;

test.beforeAll(async () => {
  desk = await launchDesk();
});
test.afterAll(async () => {
  await desk?.close();
});

test('the page has no Node and only two doors', async () => {
  const seen = await desk.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    desk: Object.keys((globalThis as unknown as { desk: object }).desk).sort(),
  }));
  expect(seen).toEqual({ node: [], desk: ['call', 'onEvent'] });
});

test('every window is sandboxed and isolated', async () => {
  const windows = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron does not declare this method, but it is the one that tells what Chromium was really given.
      const { getLastWebPreferences } = webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const given = getLastWebPreferences.call(webContents);
      return [
        given.sandbox,
        given.contextIsolation,
        given.nodeIntegration ?? false,
        given.webviewTag ?? false,
      ];
    }),
  );
  expect(windows.length).toBeGreaterThanOrEqual(2);
  for (const given of windows) expect(given).toEqual([true, true, false, false]);
});

test('the bell has a process of its own', async () => {
  const processes = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  );
  expect(new Set(processes).size).toBe(processes.length);
});

test('permissions are denied', async () => {
  const answers = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    );
    return { states: states.map((status) => status.state), media };
  });
  expect(new Set(answers.states)).toEqual(new Set(['denied']));
  expect(answers.media).not.toBe('granted');
});

test('only the built files exist', async () => {
  const paths = [
    '/no-such-file.js',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/',
    '/assets',
    '/index.html%0a.js',
    '/index.html?x=1',
    '//index.html',
    '/attachment/0000',
    `/attachment/${'0'.repeat(64)}`,
    '/attachment/../duty-desk.db',
    '/attachment/..%2fduty-desk.db',
    '/attachment/incoming/half',
    '/C:/Windows/win.ini',
    '/etc/passwd',
  ];
  const answers = await desk.page.evaluate(
    (tried) => Promise.all(tried.map(async (path) => [path, (await fetch(`app://desk${path}`)).status])),
    paths,
  );
  expect(answers).toEqual(paths.map((path) => [path, 404]));
});

test('nothing else can be reached', async () => {
  const addresses = [
    'http://127.0.0.1:9/',
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/index.html',
  ];
  const answers = await desk.page.evaluate(
    (tried) =>
      Promise.all(
        tried.map((address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    addresses,
  );
  for (const answer of answers) expect(['refused', 404]).toContain(answer);
});

test('the content security policy carries a new nonce each time', async () => {
  const policies = await desk.page.evaluate(async () => {
    const pages = ['app://desk/', 'app://desk/index.html'];
    return Promise.all(
      pages.map(async (page) => {
        const answer = await fetch(page);
        return { header: answer.headers.get('content-security-policy') ?? '', body: await answer.text() };
      }),
    );
  });
  const nonces = policies.map(({ header, body }) => {
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(header)?.[1] ?? '';
    expect(nonce).not.toBe('');
    expect(body).toContain(`content="${nonce}"`);
    expect(header).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; ` +
        "font-src 'self'; connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('inline scripts and eval do not run', async () => {
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.hacked = true';
    document.body.append(script);
    return 'hacked' in window;
  });
  expect(ran).toBe(false);
});

test('new windows and navigation are denied', async () => {
  const before = desk.page.url();
  const opened = await desk.page.evaluate(() => window.open('app://desk/index.html') === null);
  expect(opened).toBe(true);
  for (const target of [
    'https://example.org/',
    'app://desk/print.html',
    'file:///etc/passwd',
    'javascript:1',
  ]) {
    await desk.page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    await desk.page.waitForTimeout(200);
    expect(desk.page.url()).toBe(before);
  }
});

test('the channel refuses doors that are not the window’s and bodies that are not text', async () => {
  const answers = await desk.page.evaluate(async () => {
    const { call } = (
      globalThis as unknown as { desk: { call: (door: unknown, body: unknown) => Promise<string> } }
    ).desk;
    const tried: [unknown, unknown][] = [
      ['bell', '{}'],
      ['nothing', '{}'],
      [null, '{}'],
      ['engine', { path: 'x' }],
      ['session', 'not json'],
      ['session', '{"op":"become"}'],
      ['shell', '{"op":"openDocument","sha256":"../../etc/passwd"}'],
    ];
    return Promise.all(tried.map(async ([door, body]) => JSON.parse(await call(door, body)).e?.code));
  });
  expect(answers).toEqual([
    'notAllowed',
    'notAllowed',
    'notAllowed',
    'notAllowed',
    'invalid',
    'invalid',
    'notAllowed',
  ]);
});
