import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ToEngine } from '../../../shared/protocol.ts';
import { type ChildEvents, type EngineChild, type EngineStatus, Supervisor } from './supervisor.ts';

type Fake = { events: ChildEvents; sent: ToEngine[]; killed: boolean };

const nobody = { personId: null, locked: false };
const down = '{"e":{"code":"engineDown"}}';

function setUp() {
  const children: Fake[] = [];
  const statuses: EngineStatus[] = [];
  const spawn = (events: ChildEvents): EngineChild => {
    const fake: Fake = { events, sent: [], killed: false };
    children.push(fake);
    return {
      pid: children.length,
      send: (message) => void fake.sent.push(message),
      kill: () => {
        fake.killed = true;
      },
    };
  };
  const news: string[] = [];
  const supervisor = new Supervisor({
    spawn,
    onStatus: (status) => statuses.push(status),
    onNews: (item) => news.push(item.t),
    log: () => undefined,
  });
  const child = (index: number): Fake => {
    const found = children.at(index);
    if (!found) throw new Error(`no child ${index}`);
    return found;
  };
  const ready = (index = -1) =>
    child(index).events.message({ t: 'ready', nowMs: 1, rev: 0, readOnly: false });
  const calls = (index = -1) => child(index).sent.filter((message) => message.t === 'call');
  supervisor.start();
  return { supervisor, children, child, statuses, news, ready, calls };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('calls', () => {
  test('wait for the first ready and are forwarded unread', async () => {
    const { supervisor, ready, calls, child } = setUp();
    const answer = supervisor.call(nobody, 'not even JSON');
    await vi.advanceTimersByTimeAsync(500);
    expect(calls()).toEqual([]);
    ready();
    await vi.advanceTimersByTimeAsync(0);
    const [call] = calls();
    expect(call).toMatchObject({ session: nobody, body: 'not even JSON' });
    if (call?.t === 'call') child(-1).events.message({ t: 'reply', id: call.id, body: 'answer' });
    expect(await answer).toBe('answer');
  });

  test('are answered engineDown after 8 s without an engine', async () => {
    const { supervisor } = setUp();
    const answer = supervisor.call(nobody, 'x');
    await vi.advanceTimersByTimeAsync(8000);
    expect(await answer).toBe(down);
  });

  test('that were under way when the engine died are answered; a retry reaches the next engine', async () => {
    const { supervisor, ready, child, calls } = setUp();
    ready();
    const retried = supervisor.call(nobody, 'a').then((answer) => {
      expect(answer).toBe(down);
      return supervisor.call(nobody, 'a');
    });
    await vi.advanceTimersByTimeAsync(0);
    child(0).events.exit(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(calls()).toEqual([]);
    ready(1);
    await vi.advanceTimersByTimeAsync(0);
    const [call] = calls(1);
    expect(call).toMatchObject({ body: 'a' });
    if (call?.t === 'call') child(1).events.message({ t: 'reply', id: call.id, body: 'once' });
    expect(await retried).toBe('once');
  });
});

describe('crashes', () => {
  test('any unasked exit is one, and a second exit of the same child is none', async () => {
    const { child, children, ready } = setUp();
    ready();
    child(0).events.exit(0);
    child(0).events.exit(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(children.length).toBe(2);
  });

  test('late messages of a dead child do not count', async () => {
    const { supervisor, child, ready } = setUp();
    ready();
    child(0).events.exit(null);
    child(0).events.message({ t: 'ready', nowMs: 1, rev: 0, readOnly: false });
    expect(supervisor.isUp).toBe(false);
  });

  test('three in five minutes degrade, slow down and never give up; five calm minutes mend it', async () => {
    const { supervisor, children, ready, statuses } = setUp();
    for (let crash = 1; crash <= 12; crash += 1) {
      ready();
      children.at(-1)?.events.exit(1);
      expect(supervisor.status.status).toBe(crash >= 3 ? 'degraded' : 'down');
      await vi.advanceTimersByTimeAsync(5000);
      expect(children.length).toBe(crash + 1);
    }
    ready();
    expect(statuses.at(-1)).toEqual({ t: 'engine', status: 'up', nowMs: 1, unstable: true });
    for (let second = 0; second < 301; second += 1) {
      children.at(-1)?.events.message({ t: 'pong', id: 0, nowMs: 1 });
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(supervisor.status).toEqual({ t: 'engine', status: 'up', nowMs: 1 });
  });

  test('a spawn that throws is tried again', async () => {
    let attempts = 0;
    const supervisor = new Supervisor({
      spawn: () => {
        attempts += 1;
        throw new Error('no Node');
      },
      onStatus: () => undefined,
      onNews: () => undefined,
      log: () => undefined,
    });
    supervisor.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(attempts).toBeGreaterThan(4);
    await supervisor.stop();
  });
});

describe('heartbeat', () => {
  test('five silent seconds: killed and replaced', async () => {
    const { child, children, ready } = setUp();
    ready();
    await vi.advanceTimersByTimeAsync(4900);
    expect(child(0).sent.filter((message) => message.t === 'ping').length).toBe(4);
    expect(child(0).killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1500);
    expect(child(0).killed).toBe(true);
    expect(children.length).toBe(2);
  });

  test('any message is a sign of life', async () => {
    const { child, ready, news } = setUp();
    ready();
    for (let second = 0; second < 20; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      child(0).events.message({ t: 'change', change: { rev: second, features: [], ids: [] } });
    }
    expect(child(0).killed).toBe(false);
    expect(news.filter((item) => item === 'change').length).toBe(20);
  });

  test('an engine that never becomes ready is replaced in the end', async () => {
    const { child, children } = setUp();
    await vi.advanceTimersByTimeAsync(121_000);
    expect(child(0).killed).toBe(true);
    expect(children.length).toBe(2);
  });
});

describe('ends', () => {
  test('a refused data folder is not tried again and calls are answered at once', async () => {
    const { supervisor, child, children, statuses } = setUp();
    const waiting = supervisor.call(nobody, 'x');
    child(0).events.message({ t: 'fatal', code: 'newerDatabase', message: 'newer' });
    child(0).events.exit(1);
    expect(await waiting).toBe(down);
    expect(await supervisor.call(nobody, 'y')).toBe(down);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children.length).toBe(1);
    expect(statuses.at(-1)).toEqual({
      t: 'engine',
      status: 'fatal',
      fatalCode: 'newerDatabase',
      message: 'newer',
    });
  });

  test('stop asks, waits, and is no crash', async () => {
    const { supervisor, child, children, ready } = setUp();
    ready();
    const stopped = supervisor.stop();
    expect(child(0).sent.at(-1)).toEqual({ t: 'stop' });
    child(0).events.exit(0);
    await stopped;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children.length).toBe(1);
    expect(child(0).killed).toBe(false);
  });

  test('an engine that does not stop is killed', async () => {
    const { supervisor, child, ready } = setUp();
    ready();
    const stopped = supervisor.stop();
    await vi.advanceTimersByTimeAsync(3000);
    await stopped;
    expect(child(0).killed).toBe(true);
  });
});
