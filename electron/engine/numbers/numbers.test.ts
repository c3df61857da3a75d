import { describe, expect, test } from 'vitest';
import { isLate } from '../../../shared/instructions/clock.ts';
import type { NumberBlock } from '../../../shared/numbers/types.ts';
import { instant } from '../../../shared/time/zone.ts';
import { act, group, receive, rung } from '../testing/acts.ts';
import {
  at,
  bureauDesk,
  cast,
  heldDesk,
  PIN,
  refusal,
  type TestDesk,
  type Who,
  ZONE,
} from '../testing/harness.ts';

const reserve = (desk: TestDesk, count: number, who: Who = 'liaison') =>
  desk.by(who).numbers.reserve({ count, reason: '计划停电' });

const spoil = (desk: TestDesk, block: NumberBlock, number: string, who: Who = 'lead') =>
  desk.by(who).numbers.spoil({ blockId: block.id, number, reason: '写坏' });

const call = { issuedAtMs: at('09:00'), place: '新华街口', zone: 'mainUrban' as const, text: '广告牌要掉' };

/** A form as it came back from the desk: dispatched, arrived, done and reported in time. */
const form = (desk: TestDesk, number: string, over: Record<string, unknown> = {}) => ({
  number,
  receivedAtMs: at('09:01'),
  receive: call,
  dispatch: { to: group(desk), takenBy: cast.member, takenAtMs: at('09:04'), dispatchedAtMs: at('09:03') },
  crew: { members: [cast.member], vehicle: '执法01', uniformed: true },
  onScene: { arrivedAtMs: at('09:20'), text: '广告牌松动' },
  resolve: { text: '已拆除', resolvedAtMs: at('09:50') },
  reportBack: { to: '110 张警官', reportedAtMs: at('09:55') },
  close: true,
  ...over,
});

const enter = (desk: TestDesk, number: string, over: Record<string, unknown> = {}, who: Who = 'liaison') =>
  desk.by(who).instructions.backEnter(form(desk, number, over));

/** A desk at 11:00 with two received and three forms on paper: 2026-000003 to -000005. */
async function afterPowerCut() {
  const desk = await heldDesk();
  await desk.until('08:50');
  await receive(desk);
  await receive(desk);
  const block = await reserve(desk, 3);
  await desk.until('11:00');
  return { desk, block };
}

const year = async (desk: TestDesk, name = '2026') =>
  (await desk.by('lead').numbers.view()).years.find((y) => y.year === name);

describe('numbers for the forms of a power cut', () => {
  test('a block continues the running number, and the next instruction continues after it', async () => {
    const { desk, block } = await afterPowerCut();
    expect(block.numbers.map((n) => n.number)).toEqual(['2026-000003', '2026-000004', '2026-000005']);
    expect((await receive(desk)).number).toBe('2026-000006');
  });

  test('three forms entered: everything adds up and nothing is on paper', async () => {
    const { desk } = await afterPowerCut();
    for (const number of ['2026-000004', '2026-000003', '2026-000005']) await enter(desk, number);
    expect(await year(desk)).toEqual({
      year: '2026',
      issued: 5,
      instructions: 5,
      spoiled: 0,
      onPaper: [],
      gaps: [],
    });
    expect(desk.verify().ok).toBe(true);
  });

  test('a spoiled form is accounted for with its reason, and each number shows its fate', async () => {
    const { desk, block } = await afterPowerCut();
    await enter(desk, '2026-000003');
    const after = await spoil(desk, block, '2026-000004');
    expect(after.numbers.map((n) => [n.state, n.reason])).toEqual([
      ['entered', ''],
      ['spoiled', '写坏'],
      ['onPaper', ''],
    ]);
    expect(await year(desk)).toMatchObject({
      instructions: 3,
      spoiled: 1,
      onPaper: ['2026-000005'],
      gaps: [],
    });
  });

  test('a gap that somebody made behind the desk is named', async () => {
    const { desk } = await afterPowerCut();
    desk.raw((db) => db.prepare("UPDATE counter SET value = value + 1 WHERE id = 'instruction:2026'").run());
    expect((await year(desk))?.gaps).toEqual(['2026-000006']);
  });

  test('gaps are named wherever they are in a year of many thousands', async () => {
    const { desk } = await afterPowerCut();
    desk.raw((db) => {
      const copy = db.prepare(
        `INSERT INTO instruction (id, number, received_at, shift_id, version, state, open, duplicate_of, words, record)
         SELECT 'copy-' || ?, ?, received_at, shift_id, version, state, open, duplicate_of, words, record FROM instruction
         WHERE number = '2026-000001'`,
      );
      const missing = new Set([7, 10_000, 10_001, 20_500]);
      db.transaction(() => {
        for (let n = 6; n <= 20_500; n += 1)
          if (!missing.has(n)) copy.run(n, `2026-${String(n).padStart(6, '0')}`);
        db.prepare("UPDATE counter SET value = 20500 WHERE id = 'instruction:2026'").run();
      })();
    });
    expect(await year(desk)).toEqual({
      year: '2026',
      issued: 20_500,
      instructions: 20_493,
      spoiled: 0,
      onPaper: ['2026-000003', '2026-000004', '2026-000005'],
      gaps: ['2026-000007', '2026-010000', '2026-010001', '2026-020500'],
    });
  });

  test.each<[string, string, string]>([
    ['never reserved', '2026-000009', 'invalid:number:notReserved'],
    ['of an ordinary instruction', '2026-000001', 'invalid:number:notReserved'],
    ['not a number of ours', '110-7', 'invalid:number:notReserved'],
    ['already entered', '2026-000003', 'invalid:number:alreadyEntered'],
    ['spoiled', '2026-000004', 'invalid:number:alreadySpoiled'],
  ])('a number %s cannot be entered', async (_name, number, expected) => {
    const { desk, block } = await afterPowerCut();
    await enter(desk, '2026-000003');
    await spoil(desk, block, '2026-000004');
    expect(await refusal(enter(desk, number))).toBe(expected);
  });

  test('what was entered cannot be spoiled, and only a shift lead declares a form spoiled', async () => {
    const { desk, block } = await afterPowerCut();
    await enter(desk, '2026-000003');
    expect(await refusal(spoil(desk, block, '2026-000003'))).toBe('invalid:number:alreadyEntered');
    expect(await refusal(spoil(desk, block, '2026-000004', 'liaison'))).toBe('notAllowed:role');
  });

  test('two people enter the same form, or reserve at once: each number is used once', async () => {
    const { desk } = await afterPowerCut();
    const both = await Promise.all([
      refusal(enter(desk, '2026-000003')),
      refusal(enter(desk, '2026-000003', {}, 'lead')),
    ]);
    expect(both.sort()).toEqual(['invalid:number:alreadyEntered', 'ok']);
    const blocks = await Promise.all([reserve(desk, 2), reserve(desk, 2, 'lead')]);
    expect(new Set(blocks.flatMap((b) => b.numbers.map((n) => n.number))).size).toBe(4);
    expect((await year(desk))?.gaps).toEqual([]);
  });

  test('a new year begins at one; a form of the old year is still entered under its number', async () => {
    const desk = await bureauDesk(instant('2026-12-31', '23:50', ZONE));
    await desk.by('lead').shifts.takeDesk({ crew: desk.crew(), presentIds: [], pin: PIN });
    const old = await reserve(desk, 1);
    await desk.pass('20m');
    const next = await reserve(desk, 1);
    expect([old, next].flatMap((b) => b.numbers.map((n) => n.number))).toEqual([
      '2026-000001',
      '2027-000001',
    ]);
    const onlyTaken = { dispatch: null, crew: null, onScene: null, resolve: null, reportBack: null };
    const receivedAtMs = instant('2026-12-31', '23:58', ZONE);
    const entered = await enter(desk, '2026-000001', { ...onlyTaken, receivedAtMs, close: false });
    expect(entered.number).toBe('2026-000001');
    expect((await year(desk, '2027'))?.onPaper).toEqual(['2027-000001']);
    expect(await year(desk)).toMatchObject({ instructions: 1, onPaper: [], gaps: [] });
  });

  test('the blank forms print what there is to tick', async () => {
    const { desk, block } = await afterPowerCut();
    const data = await desk.by('liaison').numbers.blankForms({ blockId: block.id });
    expect(data.block.numbers).toHaveLength(3);
    expect(data.teams).toContain('执法行动组');
    expect(data.categories).toHaveLength(2);
    expect(data.limits).toEqual({ mainUrban: 30, other: 60 });
  });
});

describe('back-entry', () => {
  test('the record has the times of the form, the marks of the desk, and rings nothing', async () => {
    const { desk } = await afterPowerCut();
    const before = await rung(desk);
    const i = await enter(desk, '2026-000003');
    expect(i).toMatchObject({
      state: 'closed',
      receivedAtMs: at('09:01'),
      backEnteredAtMs: at('11:00'),
      reportBack: { reportedAtMs: at('09:55') },
    });
    expect(i.dispatches[0]).toMatchObject({
      dispatchedAtMs: at('09:03'),
      takenAtMs: at('09:04'),
      arrivedAtMs: at('09:20'),
      members: [cast.member],
      vehicle: '执法01',
    });
    const { events } = await desk.by('liaison').instructions.get({ id: i.id });
    const done = events.find((e) => e.name === 'resolve');
    expect([done?.occurredAtMs, done?.recordedAtMs]).toEqual([at('09:50'), at('11:00')]);
    expect(await rung(desk)).toEqual(before);
  });

  test('a team that came late on paper is late by the times of the form, and its reason stands', async () => {
    const { desk } = await afterPowerCut();
    const late = {
      onScene: { arrivedAtMs: at('09:40'), text: '广告牌松动' },
      delayed: { reason: '道路积雪', explainedTo: '110', explainedAtMs: at('09:30') },
    };
    const before = await rung(desk);
    const i = await enter(desk, '2026-000003', late);
    const team = i.dispatches[0];
    expect(team && isLate(team, desk.clock.now())).toBe(true);
    expect(team?.explanations.map((e) => e.reason)).toEqual(['道路积雪']);
    const { rows } = await desk.by('liaison').instructions.list({ late: true, states: ['closed'] });
    expect(rows.map((r) => r.number)).toEqual(['2026-000003']);
    await desk.pass('20m');
    const mine = (await rung(desk)).slice(before.length).filter((line) => line.includes('arrival'));
    expect(mine).toEqual([]);
  });

  test('late without its reason cannot be closed, and then nothing was entered', async () => {
    const { desk } = await afterPowerCut();
    const late = { onScene: { arrivedAtMs: at('09:40'), text: '广告牌松动' } };
    expect(await refusal(enter(desk, '2026-000003', late))).toBe('owed:explainDelay');
    expect((await year(desk))?.onPaper).toContain('2026-000003');
    expect(desk.count('instruction')).toBe(2);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'a receipt ahead of the clock',
      { receivedAtMs: at('12:00') },
      'invalid:dispatch.dispatchedAtMs:beforeStep',
    ],
    ['an unknown grid', { receive: { ...call, gridNo: 'x' } }, 'invalid:receive.gridNo:unknownGrid'],
    ['no place', { receive: { ...call, place: '' } }, 'invalid:receive.place:required'],
    [
      'an arrival before the dispatch',
      { onScene: { arrivedAtMs: at('09:02') } },
      'invalid:onScene.arrivedAtMs:beforeStep',
    ],
    ['an arrival without a team', { dispatch: null, crew: null }, 'invalid:dispatch.to:required'],
    ['a result without an arrival', { onScene: null }, 'invalid:onScene.arrivedAtMs:required'],
    ['a report without a result', { resolve: null }, 'invalid:resolve.text:required'],
    [
      'an unknown team',
      { dispatch: { to: { kind: 'group', id: 'x' }, dispatchedAtMs: at('09:03') } },
      'invalid:dispatch.to:unknownTarget',
    ],
    [
      'a report ahead of the clock',
      { reportBack: { to: '110', reportedAtMs: at('12:30') } },
      'invalid:reportBack.reportedAtMs:future',
    ],
  ])('%s is refused at its field, and nothing is entered', async (_name, over, expected) => {
    const { desk } = await afterPowerCut();
    expect(await refusal(enter(desk, '2026-000003', over))).toBe(expected);
    expect(desk.count('instruction')).toBe(2);
    expect((await year(desk))?.onPaper).toHaveLength(3);
  });

  test('a form that was only taken down stays open and goes on as usual', async () => {
    const { desk } = await afterPowerCut();
    const parts = {
      dispatch: null,
      crew: null,
      onScene: null,
      resolve: null,
      reportBack: null,
      close: false,
    };
    const i = await enter(desk, '2026-000003', parts);
    expect(i.state).toBe('received');
    const sent = await act(desk, i.id, 'dispatch', { dispatchedAtMs: at('09:10') });
    expect(sent.dispatches[0]?.dispatchedAtMs).toBe(at('09:10'));
  });
});
