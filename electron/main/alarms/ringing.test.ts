import { describe, expect, test } from 'vitest';
import type { AlarmSignal, DueSignal } from '../../../shared/protocol.ts';
import { RingingState } from './ringing.ts';

const alarm = (id: string, some: Partial<AlarmSignal> = {}): AlarmSignal => ({
  id,
  class: 'arrival',
  level: 1,
  dueAtMs: 1000,
  raisedAtMs: 1000,
  repeat: 0,
  text: `110 ${id}`,
  ...some,
});
const due = (key: string, dueAtMs: number): DueSignal => ({
  key,
  class: 'arrival',
  level: 2,
  dueAtMs,
  text: `110 ${key}`,
});
const ids = (alarms: AlarmSignal[]) => alarms.map(({ id }) => id);

describe('with the engine', () => {
  test('rings what it says with one tone, that of the most urgent', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a', { level: 3 }), alarm('b'), alarm('c', { level: 3 })], []);
    expect(state.look(10)).toMatchObject({ silenced: false, levels: [1] });
    expect(ids(state.look(20).fresh)).toEqual([]);
  });

  test('silence holds while nothing new comes, also when one alarm goes', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a'), alarm('b')], []);
    state.silence(10);
    expect(state.look(20)).toMatchObject({ silenced: true, levels: [] });
    state.engineSays([alarm('b')], []);
    expect(state.look(30)).toMatchObject({ silenced: true, levels: [] });
  });

  test('silence ends with the next raise', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a')], []);
    state.silence(10);
    state.engineSays([alarm('a'), alarm('b')], []);
    const ringing = state.look(20);
    expect(ringing).toMatchObject({ silenced: false, levels: [1] });
    expect(ids(ringing.fresh)).toEqual(['b']);
  });

  test('two things due in the same minute are two raises', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a', { dueAtMs: 60_000 })], []);
    state.silence(60_001);
    state.engineSays([alarm('a', { dueAtMs: 60_000 }), alarm('b', { dueAtMs: 60_000 })], []);
    expect(state.look(60_500).silenced).toBe(false);
  });

  test('silence ends with the next repeat of the same alarm', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a')], []);
    state.silence(10);
    state.engineSays([alarm('a', { repeat: 1 })], []);
    expect(state.look(20)).toMatchObject({ silenced: false, levels: [1] });
  });

  test('deadlines that pass are the engine’s business', () => {
    const state = new RingingState(0);
    state.engineSays([], [due('x', 100)]);
    expect(state.look(10_000).active).toEqual([]);
  });

  test('when all are gone it is calm, and silence is forgotten', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a')], []);
    state.silence(10);
    state.engineSays([], []);
    expect(state.look(20)).toMatchObject({ active: [], silenced: false, levels: [] });
    state.engineSays([alarm('a')], []);
    expect(state.look(30).levels).toEqual([1]);
  });
});

describe('without the engine', () => {
  test('what was active rings on, and passed deadlines join it after a grace', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a')], [due('x', 5000), due('y', 90_000)]);
    state.engineIsDown(4000);
    expect(ids(state.look(5500).active)).toEqual(['a']);
    expect(ids(state.look(7000).active)).toEqual(['a', 'due:x']);
    expect(state.look(7000).levels).toEqual([1]);
  });

  test('a restart of a moment rings nothing by itself', () => {
    const state = new RingingState(0);
    state.engineSays([], [due('x', 5000)]);
    state.engineIsDown(9000);
    expect(state.look(10_500).active).toEqual([]);
    state.engineSays([alarm('real', { dueAtMs: 5000, text: '110 x' })], []);
    expect(ids(state.look(11_000).active)).toEqual(['real']);
  });

  test('a deadline ends a silence', () => {
    const state = new RingingState(0);
    state.engineSays([alarm('a')], [due('x', 5000)]);
    state.silence(10);
    state.engineIsDown(100);
    expect(state.look(4000).silenced).toBe(true);
    expect(state.look(7000)).toMatchObject({ silenced: false, levels: [1] });
  });

  test('silenced in main’s place, it stays silent when the engine raises the same deadline', () => {
    const state = new RingingState(0);
    state.engineSays([], [due('x', 5000)]);
    state.engineIsDown(100);
    state.silence(8000);
    state.engineSays([alarm('real', { dueAtMs: 5000, text: '110 x' })], []);
    expect(state.look(9000)).toMatchObject({ silenced: true, levels: [] });
  });

  test('right after the start what was kept rings until the engine is there', () => {
    const state = new RingingState(50_000, { active: [alarm('kept')], due: [due('missed', 10_000)] });
    expect(ids(state.look(50_100).active)).toEqual(['kept']);
    expect(ids(state.look(52_500).active)).toEqual(['kept', 'due:missed']);
    state.engineSays([], []);
    expect(state.look(53_000).active).toEqual([]);
  });
});
