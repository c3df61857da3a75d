import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { CallSession, ReplyBody } from '../../../shared/protocol.ts';
import { AttachmentArchive } from '../attachments/archive.ts';
import { handleShell, type ShellParts } from '../shell-door.ts';
import { Documents } from './documents.ts';
import { Outgoing } from './outgoing.ts';

const electron = vi.hoisted(() => ({ showSaveDialog: vi.fn(), openPath: vi.fn() }));
vi.mock('../log.ts', () => ({ log: { warn: vi.fn() } }));
vi.mock('electron', () => ({
  dialog: { showSaveDialog: electron.showSaveDialog },
  shell: { openPath: electron.openPath },
  app: {},
  net: {},
  protocol: {},
  BrowserWindow: class {},
}));

const someone: CallSession = { personId: 'p1', locked: false };
const somebodyElse: CallSession = { personId: 'p2', locked: false };
const away: CallSession = { personId: 'p1', locked: true };

beforeEach(() => {
  electron.showSaveDialog.mockReset();
  electron.openPath.mockReset().mockResolvedValue('');
  // No spooler: what is printed opens in the reader.
  vi.stubEnv('PATH', '');
});

function desk(replies: ReplyBody[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'duty-desk-papers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const steps: string[] = [];
  const state = { caller: someone, render: async () => new Uint8Array([1, 2, 3]) };
  const asked: { caller: CallSession; input: unknown; requestId: string }[] = [];
  const parts: ShellParts = {
    window: () => ({}) as never,
    caller: () => state.caller,
    ask: async (caller, _path, input, requestId) => {
      asked.push({ caller, input, requestId });
      steps.push('log');
      return replies.shift() ?? { v: { ok: true } };
    },
    render: () => {
      steps.push('render');
      return state.render();
    },
    outgoing: new Outgoing(folder),
    documents: new Documents(folder),
    attachments: new AttachmentArchive(folder),
    silence: () => undefined,
    testTone: async () => true,
    zoom: () => 0,
    language: () => undefined,
  };
  electron.openPath.mockImplementation(async () => {
    steps.push('open');
    return '';
  });
  const send = (call: object) => handleShell(parts, JSON.stringify(call));
  const paper = (action: string, suggestedName = '登记表.pdf') =>
    send({ op: 'paper', form: '#/register', action, suggestedName, kind: 'register', title: '登记表' });
  const choose = (filePath: string | null) =>
    electron.showSaveDialog.mockImplementation(async () => {
      steps.push('choose');
      return filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath };
    });
  return { folder, steps, state, asked, parts, send, paper, choose };
}

const locked = { e: { code: 'notAllowed', data: { reason: 'locked' } } };

test('a paper is chosen a place, made, logged in the name of who asked, and only then written', async () => {
  const { folder, steps, asked, paper, choose } = desk();
  const path = join(folder, 'out.pdf');
  choose(path);
  expect(await paper('save')).toEqual({ v: { saved: true, path } });
  expect(steps).toEqual(['choose', 'render', 'log']);
  expect(asked).toMatchObject([
    { caller: someone, input: { kind: 'register', title: '登记表', means: 'pdf' } },
  ]);
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
});

test('a save that was cancelled has not left', async () => {
  const { steps, paper, choose } = desk();
  choose(null);
  expect(await paper('save')).toEqual({ v: { saved: false } });
  expect(steps).toEqual(['choose']);
});

test.each([
  [[{ e: { code: 'storage', data: { reason: 'full' } } }], 'storage'],
  [[{ e: { code: 'engineDown' } }, { e: { code: 'engineDown' } }], 'conflict'],
  [[{ e: { code: 'notAllowed' } }], 'notAllowed'],
])('without its line in the log nothing leaves: %j', async (replies, code) => {
  for (const action of ['open', 'print', 'save', 'xlsx']) {
    const { folder, send, paper, choose } = desk([...replies]);
    const path = join(folder, 'out.pdf');
    choose(path);
    const reply =
      action === 'xlsx'
        ? await send({ op: 'saveBytes', base64: 'AAAA', suggestedName: 'x', kind: 'register', title: 'x' })
        : await paper(action);
    expect(reply).toMatchObject({ e: { code } });
    expect(electron.openPath).not.toHaveBeenCalled();
    expect(existsSync(path)).toBe(false);
    expect(existsSync(join(folder, 'outgoing'))).toBe(false);
  }
});

test('an unknown outcome is asked again with the same request', async () => {
  const { asked, paper } = desk([{ e: { code: 'engineDown' } }]);
  expect(await paper('open')).toEqual({ v: { opened: true } });
  expect(asked).toHaveLength(2);
  expect(asked[0]?.requestId).toBe(asked[1]?.requestId);
});

test('a desk that locks while the paper is made lets nothing out', async () => {
  for (const action of ['open', 'print', 'save']) {
    const { folder, state, asked, paper, choose } = desk();
    const path = join(folder, 'out.pdf');
    choose(path);
    state.render = async () => {
      state.caller = away;
      return new Uint8Array([1]);
    };
    expect(await paper(action)).toEqual(locked);
    expect(asked).toEqual([]);
    expect(electron.openPath).not.toHaveBeenCalled();
    expect(existsSync(path)).toBe(false);
  }
});

test('a paper waiting for its turn is not even made once the desk is locked', async () => {
  const { state, steps, paper } = desk();
  let finish = () => {};
  state.render = () =>
    new Promise((resolve) => {
      finish = () => resolve(new Uint8Array([1]));
    });
  const first = paper('open');
  const second = paper('open');
  await vi.waitFor(() => expect(steps).toEqual(['render']));
  state.caller = away;
  finish();
  expect(await Promise.all([first, second])).toEqual([locked, locked]);
  expect(steps).toEqual(['render']);
});

test('a paper that another person finds at the desk is logged for who asked', async () => {
  const { state, asked, paper } = desk();
  state.render = async () => {
    state.caller = somebodyElse;
    return new Uint8Array([1]);
  };
  await paper('open');
  expect(asked).toMatchObject([{ caller: someone }]);
});

test.each(['openDocument', 'printDocument', 'saveDocument', 'saveText', 'saveBytes'])(
  '%s is refused while the desk is locked or nobody is signed in',
  async (op) => {
    const { state, parts, send, choose } = desk();
    const { sha256 } = await parts.documents.add(new Uint8Array([7]));
    choose('/never');
    const call = { op, sha256, text: '{}', base64: 'AAAA', suggestedName: 'x', kind: 'register', title: 'x' };
    state.caller = away;
    expect(await send(call)).toEqual(locked);
    state.caller = { personId: null, locked: false };
    expect(await send(call)).toMatchObject({ e: { data: { reason: 'signedOut' } } });
    expect(electron.openPath).not.toHaveBeenCalled();
    expect(electron.showSaveDialog).not.toHaveBeenCalled();
  },
);

test.each(['saveDocument', 'saveText'])('%s is refused when the desk locks behind its dialog', async (op) => {
  const { folder, state, parts, send } = desk();
  const { sha256 } = await parts.documents.add(new Uint8Array([7]));
  const path = join(folder, 'out');
  electron.showSaveDialog.mockImplementation(async () => {
    state.caller = away;
    return { canceled: false, filePath: path };
  });
  expect(await send({ op, sha256, text: '{}', suggestedName: 'x' })).toEqual(locked);
  expect(existsSync(path)).toBe(false);
});

test('whatever name the page suggests, a PDF in a folder of its own is opened', async () => {
  const { folder, paper } = desk();
  for (const name of ['..', 'x.hta', 'a/../../b.desktop', '登'.repeat(130)]) await paper('open', name);
  const opened = electron.openPath.mock.calls.map(([path]) => String(path));
  expect(opened).toHaveLength(4);
  for (const path of opened) {
    expect(path).toMatch(/\.pdf$/);
    expect(path.slice(folder.length).split('/')).toHaveLength(4);
    expect(statSync(path).isFile()).toBe(true);
  }
});

test('no paper stays: cleared whole, and each thrown away by itself', async () => {
  const { folder, parts } = desk();
  const first = await parts.outgoing.put('a.pdf', new Uint8Array([1]));
  await parts.outgoing.put('a.pdf', new Uint8Array([2]));
  await parts.outgoing.discard(first);
  expect(readdirSync(join(folder, 'outgoing'))).toHaveLength(1);
  await parts.outgoing.clear();
  expect(readdirSync(join(folder, 'outgoing'))).toEqual([]);
});

test('a folder that cannot be written is a storage refusal, not a fault of the program', async () => {
  const { folder, paper, choose } = desk();
  choose(join(folder, 'out.pdf', 'x'.repeat(300)));
  expect(await paper('save')).toMatchObject({ e: { code: 'storage' } });
});
