import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { differences } from './facts.ts';
import { replay } from './replay.ts';
import { ReplayStopped } from './runner.ts';
import { type DayScript, readScript, type ScriptEvent } from './script.ts';
import { alarmsOf, day, dispatch, folder, receive, step } from './testing/day.ts';

vi.mock('node:crypto', () => import('../../electron/engine/testing/cheap-scrypt.ts'));

const missing = (events: ScriptEvent[], over?: Partial<DayScript>) =>
  day(events, over).then(
    () => 'played to the end',
    (error: unknown) => {
      if (!(error instanceof ReplayStopped)) throw error;
      return `${error.event.at} ${error.event.do} ${error.code}`;
    },
  );

describe('the sample days agree with what they expect', () => {
  const bureauText = readFileSync('resources/sample/bureau.json', 'utf8');
  it.each(['day-market', 'day-typhoon', 'day-illness'])('%s', async (name) => {
    const script = readScript(`resources/sample/${name}.json`);
    const facts = await replay(script, { bureauText, dataDir: folder() });
    expect(Object.keys(script.expect ?? {}).length).toBeGreaterThan(5);
    expect(differences(script.expect ?? {}, facts)).toEqual([]);
    expect(facts.audit.ok).toBe(true);
  });
});

describe('a refusal', () => {
  it('that the script expects lets the day go on', async () => {
    const facts = await day([
      receive('09:00', 'I1'),
      step('09:01', 'close', 'I1', { refused: 'owed' }),
      step('09:01', 'resolve', 'I1', { text: '早了', refused: 'conflict' }),
      step('09:01', 'void', 'I1', { reason: '误下达', by: '童子安', refused: 'notAllowed' }),
      dispatch('09:02', 'I1', '没有的组', { refused: 'invalid' }),
      dispatch('09:02', 'I1'),
      step('09:10', 'onScene', 'I1', { arrivedAt: '09:01', refused: 'invalid' }),
      step('09:10', 'onScene', 'I1', { arrivedAt: '09:16', refused: 'invalid' }),
      step('09:10', 'onScene', 'I1', { arrivedAt: '09:15', text: '有序' }),
      ...[
        { place: '', refused: 'invalid' },
        { text: '', refused: 'invalid' },
        { phone: '1', refused: 'invalid' },
        { issuedAt: '09:17', refused: 'invalid' },
      ].map((over) => receive('09:11', 'X', over)),
    ]);
    expect(facts.instructions).toMatchObject({
      I1: { status: 'onScene', owed: ['confirmScope'], late: false },
    });
    expect(Object.keys(facts.instructions)).toEqual(['I1']);
  });

  it.each<[name: string, event: ScriptEvent, stops: string]>([
    ['that nobody expected', step('09:01', 'close', 'I1'), '09:01 close owed'],
    ['of another code', step('09:01', 'close', 'I1', { refused: 'conflict' }), '09:01 close owed'],
    [
      'that does not come',
      dispatch('09:01', 'I1', '执法行动组', { refused: 'owed' }),
      '09:01 dispatch accepted',
    ],
  ])('%s stops the replay', async (_name, event, stops) => {
    expect(await missing([receive('09:00', 'I1'), event])).toBe(stops);
  });

  it('of stock: never below zero, never more back than is out, by the custodian alone', async () => {
    const move = (name: string, quantity: number, over: object = {}): ScriptEvent => ({
      at: '10:00',
      do: name,
      item: '应急照明灯',
      quantity,
      to: '霍长风',
      ...over,
    });
    const facts = await day([
      move('issueSupply', 13, { refused: 'invalid' }),
      move('issueSupply', 12),
      move('issueSupply', 1, { refused: 'invalid' }),
      move('returnSupply', 13, { refused: 'invalid' }),
      move('returnSupply', 5),
      move('issueSupply', 1, { by: '田守一', refused: 'notAllowed' }),
      move('issueSupply', 1, { by: '裴小满', refused: 'notAllowed' }),
      { at: '10:05', do: 'stocktake', item: '应急照明灯', counted: 4, reason: '', refused: 'invalid' },
      { at: '10:05', do: 'stocktake', item: '应急照明灯', counted: 4, reason: '损坏一盏' },
    ]);
    expect(facts.balance.应急照明灯).toBe(4);
    expect(facts.suppliesOut).toEqual([{ item: '应急照明灯', quantity: 7 }]);
  });
});

it('a restart raises what was missed with its true time', async () => {
  const facts = await day(
    [
      receive('09:00', 'I1'),
      { at: '09:02', do: 'restart', downFor: 12 },
      dispatch('09:14', 'I1', '执法行动组', { takenAt: '08:30' }),
      step('09:20', 'onScene', 'I1', { arrivedAt: '09:19', text: '有序' }),
    ],
    {},
    '10:00',
  );
  expect(alarmsOf(facts)).toEqual([
    '09:03 dispatchDue I1 missed',
    '09:08 dispatchDue I1 /1 missed',
    '09:10 arrivalOverdue I1 /2',
    '09:13 dispatchDue I1 /2 missed',
    '09:15 arrivalOverdue I1 /3',
  ]);
  expect(facts.instructions.I1).toMatchObject({ late: true, lateMinutes: 19 });
});

it('several teams have clocks of their own; a recalled one owes nothing', async () => {
  const facts = await day(
    [
      receive('09:00', 'I1'),
      dispatch('09:01', 'I1'),
      dispatch('09:05', 'I1', '环卫行动组'),
      dispatch('09:06', 'I1', '环卫处'),
      step('09:07', 'recall', 'I1', { team: '环卫处', reason: '不需要' }),
      step('09:08', 'onScene', 'I1', { team: '环卫处', refused: 'conflict' }),
      step('09:20', 'onScene', 'I1', { team: '环卫行动组', arrivedAt: '09:19', text: '有序' }),
      step('09:40', 'onScene', 'I1', { arrivedAt: '09:39', text: '有序' }),
      step('09:41', 'delayed', 'I1', { reason: '堵车', explainedTo: '110', explainedAt: '09:41' }),
      step('09:42', 'delayed', 'I1', {
        team: '执法行动组',
        reason: '堵车',
        explainedTo: '110',
        explainedAt: '09:42',
      }),
    ],
    {},
    '10:00',
  );
  expect(facts.instructions.I1).toMatchObject({
    arrivalDeadline: '09:31',
    lateMinutes: 8,
    delayExplained: true,
    owed: ['confirmScope'],
  });
  expect(facts.arrivalOnTimeRate).toEqual({ numerator: 1, denominator: 2 });
  expect(alarmsOf(facts)).toEqual([
    '09:21 arrivalSoon I1',
    '09:26 arrivalSoon I1',
    '09:31 arrivalOverdue I1',
    '09:36 arrivalOverdue I1 /1',
  ]);
});

it('forty calls in one minute are all there, in order, each with its own alarm', async () => {
  const refs = Array.from({ length: 40 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`);
  const facts = await day(
    [
      ...refs.map((ref) => receive('22:00', ref)),
      ...refs.slice(1, 30).map((ref) => step('22:02', 'duplicate', ref, { of: 'F01' })),
    ],
    {},
    '22:05',
  );
  expect(Object.keys(facts.instructions)).toEqual(refs);
  expect(facts.instructions.F02).toMatchObject({ status: 'voided', duplicateOf: 'F01', owed: [] });
  const left = ['F01', ...refs.slice(30)];
  expect(alarmsOf(facts)).toEqual(left.map((ref) => `22:03 dispatchDue ${ref}`));
});

it('an acknowledgement stops no clock', async () => {
  const facts = await day(
    [
      receive('09:00', 'I1'),
      { at: '09:04', do: 'ack', class: 'dispatchDue', ref: 'I1', by: '童子安' },
      { at: '09:05', do: 'ack', class: 'dispatchDue', ref: 'I1', by: '蒋知微', refused: 'conflict' },
    ],
    {},
    '09:10',
  );
  expect(alarmsOf(facts)).toEqual(['09:03 dispatchDue I1', '09:08 dispatchDue I1 /1']);
});

it('corrections and follow-ups are found by their words', async () => {
  const facts = await day([
    { at: '09:00', do: 'log', kind: 'callIn', text: '和平路占道', followUp: { owner: '大队', due: '16:00' } },
    { at: '09:10', do: 'correct', match: '和平路', text: '建设路占道', reason: '听错' },
    { at: '09:10', do: 'correct', match: '没有这条', text: '无', reason: '无', refused: 'notFound' },
    { at: '10:00', do: 'followUpDone', ref: '和平路占道', text: '已劝离' },
    { at: '10:01', do: 'followUpDone', ref: '和平路占道', text: '又办', refused: 'notFound' },
  ]);
  expect(facts.alarms).toEqual([]);
});
