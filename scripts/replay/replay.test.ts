import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sampleBureau } from '../../shared/settings/testing/sample-bureau.ts';
import { differences } from './facts.ts';
import { replay } from './replay.ts';
import { ReplayStopped } from './runner.ts';
import { type DayScript, readScript, type ScriptEvent } from './script.ts';

vi.mock('node:crypto', () => import('../../electron/engine/testing/cheap-scrypt.ts'));

function folder(): string {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const dir = mkdtempSync(join(base, 'duty-desk-replay-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Plays these events as one day of the sample bureau. */
function day(events: ScriptEvent[], over: Partial<DayScript> = {}, until?: string) {
  const script: DayScript = {
    dutyDay: '2026-03-11',
    crew: { shiftLead: '田守一', liaison: '蒋知微', officers: ['童子安'], leaderOnDuty: null },
    relief: { shiftLead: '祝怀谷', liaison: '庄见山', officers: ['裴小满'], leaderOnDuty: null },
    events,
    ...over,
  };
  return replay(script, { bureauText: JSON.stringify(sampleBureau()), dataDir: folder(), until });
}

const receive = (at: string, ref: string, over: object = {}): ScriptEvent => ({
  at,
  do: 'receive',
  ref,
  issuedAt: at,
  caller: '某群众',
  phone: '',
  place: `${ref} 路口`,
  zone: 'mainUrban',
  category: 1,
  text: '广告牌要掉',
  ...over,
});
const dispatch = (at: string, ref: string, to = '执法行动组', over: object = {}): ScriptEvent => ({
  at,
  do: 'dispatch',
  ref,
  to,
  takenBy: '霍长风',
  takenAt: at,
  ...over,
});
const step = (at: string, name: string, ref: string, over: object = {}): ScriptEvent => ({
  at,
  do: name,
  ref,
  ...over,
});
/** Everything from the receipt to the close, one minute each from `at` on. */
const whole = (hour: string, ref: string): ScriptEvent[] => [
  receive(`${hour}:00`, ref),
  dispatch(`${hour}:01`, ref),
  step(`${hour}:10`, 'onScene', ref, { arrivedAt: `${hour}:09`, text: '有序' }),
  step(`${hour}:11`, 'confirmScope', ref, { inScope: true }),
  step(`${hour}:20`, 'resolve', ref, { text: '已加固' }),
  step(`${hour}:21`, 'reportBack', ref, { to: '110' }),
  step(`${hour}:22`, 'close', ref),
];
const alarmsOf = (facts: Awaited<ReturnType<typeof day>>) =>
  facts.alarms.map((a) =>
    [a.at, a.class, a.ref, a.repeat > 0 ? `/${a.repeat}` : '', a.missed ? 'missed' : '']
      .filter(Boolean)
      .join(' '),
  );
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
  it.each(['day-market', 'day-typhoon'])('%s', async (name) => {
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

describe('the handover', () => {
  it('comes by itself at +08:20 and +08:30', async () => {
    const facts = await day([
      ...whole('09', 'I1'),
      receive('+08:25', 'I2'),
      step('+08:26', 'decline', 'I2', { explainedTo: '110', text: '不受理' }),
    ]);
    expect(facts.handover).toEqual({ late: false, lateMinutes: 0, addenda: ['I2 receive', 'I2 decline'] });
    expect(facts.openAtHandover).toEqual([]);
    expect(facts.instructions).toMatchObject({
      I1: { status: 'closed', owed: [] },
      I2: { status: 'declined' },
    });
  });

  it('in mid-shift has a reason and a relief of its own; the next morning the named relief comes', async () => {
    const facts = await day([
      {
        at: '15:00',
        do: 'freeze',
        reason: '突发疾病',
        relief: { shiftLead: '祝怀谷', liaison: '庄见山', officers: ['裴小满'], leaderOnDuty: null },
      },
      { at: '15:05', do: 'log', kind: 'other', text: '签字前' },
      { at: '15:10', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
      { at: '15:20', do: 'log', kind: 'other', text: '签字后' },
    ]);
    expect(facts.handover).toEqual({ late: false, lateMinutes: 0, addenda: ['log 15:05'] });
    expect(facts.entryShift).toEqual({ '15:05': 'outgoing', '15:20': 'incoming' });
  });

  it('goes on although an item was refused', async () => {
    const facts = await day([
      receive('+08:10', 'I1'),
      dispatch('+08:11', 'I1'),
      { at: '+08:20', do: 'freeze' },
      { at: '+08:25', do: 'refuseItem', ref: 'I1', reason: '电话核实不清' },
      { at: '+08:30', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
      { at: '+08:31', do: 'onScene', ref: 'I1', arrivedAt: '+08:30', text: '有序' },
    ]);
    expect(facts.openAtHandover).toEqual(['I1']);
    expect(facts.instructions.I1).toMatchObject({ status: 'onScene', heldByShiftAtReceipt: 'outgoing' });
    expect(facts.entryShift).toMatchObject({ '+08:10': 'outgoing', '+08:31': 'incoming' });
  });

  it('is refused for a relief of one, twice, and before anything is frozen', async () => {
    const sign = (at: string, refused?: string): ScriptEvent => ({
      at,
      do: 'signOver',
      outgoing: '田守一',
      incoming: '祝怀谷',
      ...(refused ? { refused } : {}),
    });
    const facts = await day(
      [sign('+08:10', 'conflict'), { at: '+08:20', do: 'freeze' }, sign('+08:30', 'invalid')],
      { relief: { shiftLead: '祝怀谷', liaison: '祝怀谷', officers: [], leaderOnDuty: null } },
      '+08:45',
    );
    expect(facts.handover).toBeUndefined();
    expect(alarmsOf(facts)).toEqual(['+08:40 handoverLate', '+08:45 handoverLate /1']);
  });
});

it('nobody leaves before the relief has signed, and attendance is taken once', async () => {
  const who = (at: string, name: string, person: string, refused?: string): ScriptEvent => ({
    at,
    do: name,
    who: person,
    ...(refused ? { refused } : {}),
  });
  const facts = await day([
    who('08:35', 'signIn', '童子安'),
    who('08:36', 'signIn', '童子安', 'conflict'),
    who('08:36', 'signIn', '冉青禾', 'invalid'),
    who('12:00', 'signOut', '童子安', 'conflict'),
    who('+08:10', 'signIn', '裴小满'),
    { at: '+08:20', do: 'freeze' },
    { at: '+08:32', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
    who('+08:33', 'signOut', '童子安'),
  ]);
  expect(facts.handover).toMatchObject({ late: false, lateMinutes: 2 });
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
