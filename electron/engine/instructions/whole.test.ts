import { describe, expect, it, vi } from 'vitest';
import { act, group, receive, rung } from '../testing/acts.ts';
import { at, cast, heldDesk, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const owedTexts = async (desk: TestDesk) => (await desk.by('officer').followUps.open()).map((f) => f.text);
const order = (desk: TestDesk, minutes: number) => ({
  text: '增派一组',
  owner: '执法大队',
  dueAtMs: desk.clock.now() + minutes * 60_000,
});

describe("a leader's order", () => {
  it('stands among the follow-ups, rings at its time and is done there or on its card', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await act(desk, id, 'notify', { who: cast.leader, order: order(desk, 10) });
    await act(desk, id, 'notify', { who: cast.leader, order: { ...order(desk, 20), text: '写书面情况' } });
    expect(await owedTexts(desk)).toEqual(['增派一组', '写书面情况']);
    await desk.until('08:41');
    expect((await rung(desk)).filter((a) => a.includes('followUpDue'))).toEqual(['08:40 followUpDue']);
    const [first] = await desk.by('officer').followUps.open();
    await desk.by('liaison').followUps.done({ id: first?.id ?? '', text: '已到位' });
    expect(await owedTexts(desk)).toEqual(['写书面情况']);
    const after = await act(desk, id, 'orderDone');
    expect(after.orders.map((o) => o.done?.text)).toEqual(['已到位', '已落实']);
    expect(await owedTexts(desk)).toEqual([]);
  });

  it.each([
    ['void', 'lead'],
    ['decline', 'liaison'],
  ] as const)('ends with its instruction (%s) and lives again when that is taken back', async (end, by) => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'notify', { who: cast.leader, order: order(desk, 60) });
    await act(desk, id, end, {}, { by });
    expect(await owedTexts(desk)).toEqual([]);
    await act(desk, id, 'restore');
    expect(await owedTexts(desk)).toEqual(['增派一组']);
    expect(desk.verify()).toMatchObject({ ok: true });
  });
});

describe('a follow-up', () => {
  it('moved with a note rings at its new time only, reminded before', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await act(desk, id, 'onScene');
    await act(desk, id, 'confirmScope');
    await act(desk, id, 'followUp', {
      owner: '大队',
      dueAtMs: at('09:00'),
      text: '赔偿',
      explainedTo: '110',
      remindAtMs: at('08:50'),
    });
    await desk.until('08:55');
    await act(desk, id, 'followUpNote', { text: '业主出差', dueAtMs: at('09:30'), remindAtMs: at('09:20') });
    await desk.until('09:40');
    const rings = (await rung(desk)).filter((a) => a.includes('followUp'));
    expect(rings).toEqual(['08:50 followUpRemind', '09:20 followUpRemind', '09:30 followUpDue']);
    const active = async () => (await desk.by('lead').alarms.active()).map((a) => a.class);
    expect(await active()).toEqual(['followUpRemind', 'followUpDue']);
    await act(desk, id, 'followUpNote', { text: '明早再联系' });
    expect(await active()).toEqual(['followUpDue']);
  });
});

describe('a call that is another one again', () => {
  it('is received under its own number and linked in one step', async () => {
    const desk = await heldDesk();
    const original = await receive(desk);
    const again = await receive(desk, { centreNo: '110-2', duplicateOfId: original.id });
    expect(again).toMatchObject({ number: '2026-000002', state: 'voided', duplicateOf: original.id });
    const { duplicates } = await desk.by('lead').instructions.get({ id: original.id });
    expect(duplicates.map((d) => d.centreNo)).toEqual(['110-2']);
  });

  it('is refused whole when the original cannot be one, and takes no number', async () => {
    const desk = await heldDesk();
    expect(await refusal(receive(desk, { duplicateOfId: 'nobody' }))).toBe('invalid:ofId:unknownInstruction');
    expect((await receive(desk)).number).toBe('2026-000001');
  });
});

describe('a target where nobody can go', () => {
  it('is asked about, and the reason stays with the dispatch', async () => {
    const desk = await heldDesk();
    for (const who of ['member', 'keeper'] as const)
      await desk.by('lead').groups.setAvailability({ personId: desk.id(who), availability: 'leave' });
    const { id } = await receive(desk);
    const to = group(desk);
    expect(await refusal(act(desk, id, 'dispatch', { to }))).toBe('invalid:despite:nobodyAvailable');
    const after = await act(desk, id, 'dispatch', { to, despite: '组长答应中断休假' });
    expect(after.dispatches[0]?.despite).toBe('组长答应中断休假');
  });
});

it('limits set later leave the clocks of what was received before', async () => {
  const desk = await heldDesk();
  await receive(desk);
  const { limits } = await desk.by('lead').settings.get();
  await desk.by('admin').settings.setLimits({ limits: { ...limits, dispatchMinutes: 30 } });
  const { id } = await receive(desk);
  await desk.until('08:45');
  expect((await rung(desk)).map((a) => a.split(' ')[0])).toEqual(['08:33', '08:38', '08:43']);
  await act(desk, id, 'dispatch');
});

it('who went is known after the end, and who went is corrected by entering it again', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch', { takenBy: cast.member });
  await act(desk, id, 'onScene');
  await act(desk, id, 'confirmScope');
  await act(desk, id, 'resolve');
  await act(desk, id, 'reportBack');
  await act(desk, id, 'close');
  await act(desk, id, 'turnout', { members: [cast.member], vehicle: '云H·1001', uniformed: true });
  await act(desk, id, 'turnout', {
    members: [cast.member, cast.keeper],
    vehicle: '云H·1001',
    uniformed: true,
  });
  const after = await act(desk, id, 'returned');
  expect(after.dispatches[0]).toMatchObject({
    members: [cast.member, cast.keeper],
    returnedAtMs: desk.clock.now(),
  });
  expect(after.state).toBe('closed');
});

describe('an end taken back', () => {
  it('lets ring on what had rung before, once, and at once what fell due meanwhile', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk, { severity: 'serious' });
    await act(desk, id, 'dispatch', { takenBy: cast.member });
    await act(desk, id, 'notify', { who: cast.member, order: order(desk, 10) });
    await desk.until('08:36');
    const active = async () => (await desk.by('lead').alarms.active()).map((a) => a.class);
    expect(await active()).toEqual(['leaderNoticeDue']);
    await act(desk, id, 'void');
    await desk.until('08:45');
    expect(await active()).toEqual([]);
    await act(desk, id, 'restore');
    await desk.tick();
    expect(await active()).toEqual(['leaderNoticeDue', 'followUpDue']);
    expect(await rung(desk)).toEqual(['08:35 leaderNoticeDue', '08:40 followUpDue']);
    expect(desk.verify()).toMatchObject({ ok: true });
  });
});

it('a zone corrected there and back leaves the late team ringing', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch', { takenBy: cast.member });
  await desk.until('09:02');
  await act(desk, id, 'correct', { field: 'zone', zone: 'other', reason: '网格错' });
  expect(await desk.by('lead').alarms.active()).toEqual([]);
  await act(desk, id, 'correct', { field: 'zone', zone: 'mainUrban', reason: '原来没错' });
  await desk.tick();
  expect((await desk.by('lead').alarms.active()).map((a) => a.class)).toContain('arrivalOverdue');
});

it('a reminder ends with its instruction', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  await act(desk, id, 'onScene');
  await act(desk, id, 'confirmScope');
  const due = {
    owner: '大队',
    dueAtMs: at('10:00'),
    remindAtMs: at('08:40'),
    text: '赔偿',
    explainedTo: '110',
  };
  await act(desk, id, 'followUp', due);
  await desk.until('08:41');
  await act(desk, id, 'void');
  expect(await desk.by('lead').alarms.active()).toEqual([]);
});

it('an acknowledgement leaves alone what was settled before', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await desk.until('08:34');
  await act(desk, id, 'dispatch');
  await desk.until('08:40');
  await act(desk, id, 'recall');
  await desk.until('08:44');
  const [again] = await desk.by('lead').alarms.active();
  await desk.by('officer').alarms.acknowledge({ id: again?.id ?? '' });
  const rows = (await desk.by('lead').alarms.history({})).filter((a) => a.class === 'dispatchDue');
  expect(rows.map((a) => a.acknowledged !== null)).toEqual([true, false]);
});

describe('a follow-up of an instruction in the common list', () => {
  it('is done by those who may act on the instruction, and only while it is the open one', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await act(desk, id, 'onScene');
    await act(desk, id, 'confirmScope');
    const due = { owner: '大队', dueAtMs: at('10:00'), text: '甲', explainedTo: '110' };
    await act(desk, id, 'followUp', due);
    const [first] = await desk.by('lead').followUps.open();
    const done = (who: 'officer' | 'liaison') =>
      refusal(desk.by(who).followUps.done({ id: first?.id ?? '', text: '好了' }));
    expect(await done('officer')).toBe('notAllowed:role');
    expect(await done('liaison')).toBe('ok');
    await act(desk, id, 'followUp', { ...due, text: '乙' });
    expect(await done('liaison')).toBe('conflict:followUpDone');
    await act(desk, id, 'correct', { field: 'place', text: '新华街42号', reason: '听错' });
    expect((await desk.by('lead').followUps.open()).map((f) => [f.text, f.label])).toEqual([
      ['乙', '2026-000001 新华街42号'],
    ]);
  });
});

it('a paper form is judged by the limits of its own hour', async () => {
  const desk = await heldDesk();
  const block = await desk.by('lead').numbers.reserve({ count: 1, reason: '停电' });
  const { limits } = await desk.by('admin').settings.get();
  await desk.until('10:00');
  const arrivalMinutes = { mainUrban: 10, other: 20 };
  await desk.by('admin').settings.setLimits({ limits: { ...limits, arrivalMinutes } });
  await desk.until('11:00');
  const i = await desk.by('liaison').instructions.backEnter({
    number: block.numbers[0]?.number ?? '',
    receivedAtMs: at('08:40'),
    receive: { issuedAtMs: at('08:40'), place: '停电路口', zone: 'mainUrban', text: '路灯杆倾斜' },
    dispatch: { to: group(desk), dispatchedAtMs: at('08:42') },
    onScene: { arrivedAtMs: at('09:05'), text: '有序' },
  });
  expect([i.dispatches[0]?.limitMinutes, i.limits?.arrivalMinutes.mainUrban]).toEqual([30, 30]);
});

describe('calls linked to an instruction', () => {
  it('are shown with it while it lives, and their numbers are named with the report back', async () => {
    const desk = await heldDesk();
    const original = await receive(desk, { centreNo: '110-1' });
    const second = await receive(desk, {
      centreNo: '110-2',
      text: '有人被压住',
      danger: 'present',
      duplicateOfId: original.id,
    });
    const third = await receive(desk, { centreNo: '', duplicateOfId: original.id });
    const [live] = await desk.by('officer').instructions.live();
    expect(live?.linked.map((c) => [c.number, c.text, c.danger])).toEqual([
      [second.number, '有人被压住', 'present'],
      [third.number, '广告牌要掉', null],
    ]);
    await act(desk, original.id, 'dispatch');
    await act(desk, original.id, 'onScene');
    await act(desk, original.id, 'confirmScope');
    await act(desk, original.id, 'resolve');
    const after = await act(desk, original.id, 'reportBack');
    expect(after.reportBack?.linked).toEqual(['110-2', third.number]);
    const { rows } = await desk.by('lead').instructions.register({});
    expect(rows.find((r) => r.id === original.id)?.reportBack?.linked).toEqual(['110-2', third.number]);
  });
});

it('what was done before a reopening stays on the record', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  await act(desk, id, 'onScene');
  await act(desk, id, 'confirmScope');
  await act(desk, id, 'resolve', { text: '已清理' });
  await act(desk, id, 'reportBack');
  await act(desk, id, 'close');
  const after = await act(desk, id, 'reopen');
  expect(after.earlierResults).toMatchObject([
    { disposition: { text: '已清理' }, reportBack: { to: '110' } },
  ]);
  expect(after.disposition).toBeNull();
});
