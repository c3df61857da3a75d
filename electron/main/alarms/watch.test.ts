import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AlarmSignal, WindowEvent } from '../../../shared/protocol.ts';
import { RingingState } from './ringing.ts';
import { AlarmWatch } from './watch.ts';

const alarm = (id: string, level: 1 | 2 | 3): AlarmSignal => ({
  id,
  class: 'arrival',
  level,
  dueAtMs: 1,
  raisedAtMs: 1,
  repeat: 0,
  text: id,
});

function setUp() {
  const rung: number[][] = [];
  const events: WindowEvent[] = [];
  const watch = new AlarmWatch({
    nowMs: Date.now,
    state: new RingingState(Date.now()),
    keep: () => undefined,
    ring: (levels) => rung.push([...levels]),
    show: () => undefined,
    publish: (event) => events.push(event),
  });
  watch.start();
  return { watch, rung, events };
}

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

test('rings at once and again every few seconds until silenced', () => {
  const { watch, rung } = setUp();
  watch.engineSays([alarm('a', 1)], []);
  expect(rung).toEqual([[1]]);
  vi.advanceTimersByTime(9500);
  expect(rung.length).toBe(4);
  watch.silence();
  vi.advanceTimersByTime(60_000);
  expect(rung.length).toBe(4);
});

test('a more urgent alarm rings at once, between two patterns', () => {
  const { watch, rung } = setUp();
  watch.engineSays([alarm('a', 3)], []);
  vi.advanceTimersByTime(1100);
  watch.engineSays([alarm('a', 3), alarm('b', 1)], []);
  expect(rung).toEqual([[3], [1]]);
});

test('sixty alarms within a minute are one tone at its own pace, not sixty', () => {
  const { watch, rung } = setUp();
  const raised: AlarmSignal[] = [];
  for (let n = 0; n < 60; n += 1) {
    raised.push(alarm(`a${n}`, n % 2 === 0 ? 1 : 3));
    watch.engineSays([...raised], []);
    vi.advanceTimersByTime(1000);
  }
  expect(rung.length).toBeLessThanOrEqual(21);
  expect(rung.every((levels) => levels.length === 1 && levels[0] === 1)).toBe(true);
});

test('after 消音 the next alarm rings at once', () => {
  const { watch, rung } = setUp();
  watch.engineSays([alarm('a', 1)], []);
  vi.advanceTimersByTime(1100);
  watch.silence();
  watch.engineSays([alarm('a', 1), alarm('b', 3)], []);
  expect(rung).toEqual([[1], [1]]);
});

test('the window hears only of changes', () => {
  const { watch, events } = setUp();
  watch.engineSays([alarm('a', 1)], []);
  vi.advanceTimersByTime(10_000);
  watch.engineSays([alarm('a', 1)], []);
  watch.silence();
  watch.engineSays([], []);
  expect(events.map((event) => event.t === 'alarms' && [event.active.length, event.silenced])).toEqual(
    [
      [0, false],
      [1, false],
      [1, true],
      [0, false],
    ].slice(1),
  );
});
