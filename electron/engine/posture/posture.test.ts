import { describe, expect, it, vi } from 'vitest';
import { handOver } from '../testing/acts.ts';
import { at, bureauDesk, cast, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const view = (desk: TestDesk) => desk.by('officer').posture.view();
const planId = async (desk: TestDesk, name = '台风、大风') =>
  (await view(desk)).plans.find((p) => p.name === name)?.id ?? '';
const change = (desk: TestDesk, over: Record<string, unknown> = {}, by: Who = 'lead') =>
  desk.by(by).posture.change({ to: 'emergency', reason: '大风橙色预警', ...over });
const emergency = async (desk: TestDesk) => change(desk, { planId: await planId(desk) });
const save = (desk: TestDesk, input: Record<string, unknown>, by: Who = 'officer') =>
  desk.by(by).posture.saveStep(input.id === undefined ? { text: '通知', ...input } : input);

describe('平急转换', () => {
  it('opens the plan’s checklist, is one line of the log, and shows everywhere at once', async () => {
    const desk = await heldDesk();
    await desk.until('14:20');
    const after = await emergency(desk);
    const { steps } = (await view(desk)).plans.find((p) => p.name === '台风、大风') ?? { steps: [] };
    expect(after.steps.map((s) => s.text)).toEqual(steps);
    expect(after.now).toEqual({
      posture: 'emergency',
      sinceMs: at('14:20'),
      reason: '大风橙色预警',
      byName: cast.lead,
      planName: '台风、大风',
    });
    expect((await desk.by(null).desk.view()).posture).toEqual(after.now);
    const { entries } = await desk.by('officer').dutyLog.day({});
    expect(entries.map((e) => [e.text, e.important, e.actorName])).toEqual([
      ['转入应急状态（启动预案：台风、大风）。理由：大风橙色预警', true, cast.lead],
    ]);
  });

  it('ends, and keeps how much of its checklist was done', async () => {
    const desk = await heldDesk();
    const { steps } = await emergency(desk);
    await save(desk, { id: steps[0]?.id, text: steps[0]?.text, done: true });
    await save(desk, { id: steps[1]?.id, text: steps[1]?.text, dropped: true });
    await desk.pass('2h');
    const after = await change(desk, { to: 'routine', reason: '预警解除' }, 'leader');
    expect(after.now).toMatchObject({ posture: 'routine', byName: cast.leader });
    expect(after.steps).toEqual([]);
    expect(after.history.map((h) => [h.posture, h.stepsDone, h.steps, h.reason])).toEqual([
      ['routine', 0, 0, '预警解除'],
      ['emergency', 1, 5, '大风橙色预警'],
    ]);
    expect(await refusal(save(desk, { id: steps[2]?.id }))).toBe('conflict:noEmergency');
    expect(desk.verify().ok).toBe(true);
  });

  it.each<[name: string, over: Record<string, unknown>, by: Who, refusal: string]>([
    ['without a reason', { reason: ' ' }, 'lead', 'invalid:reason:required'],
    ['to what it is already', { to: 'routine' }, 'lead', 'conflict:samePosture'],
    ['by an officer', {}, 'officer', 'notAllowed:role'],
    ['by the liaison', {}, 'liaison', 'notAllowed:role'],
    ['by a leader on duty', {}, 'leader', 'ok'],
    ['with a plan that is not there', { planId: 'x' }, 'lead', 'notFound:plan'],
    ['without a plan', { planId: null }, 'lead', 'ok'],
  ])('%s', async (_name, over, by, expected) => {
    const desk = await heldDesk();
    expect(await refusal(change(desk, over, by))).toBe(expected);
    expect(desk.count('log_entry')).toBe(expected === 'ok' ? 1 : 0);
  });

  it('needs a crew on the desk', async () => {
    const desk = await bureauDesk();
    expect(await refusal(change(desk))).toBe('conflict:noShift');
  });

  it('goes on over the handover and a restart', async () => {
    const desk = await heldDesk();
    await emergency(desk);
    await desk.until('+08:30');
    await handOver(desk);
    await desk.restart(at('+08:40'));
    expect((await view(desk)).now.posture).toBe('emergency');
    expect((await view(desk)).steps).toHaveLength(6);
  });
});

describe('the checklist', () => {
  it('keeps who ticked a step and when, whatever is written on it later', async () => {
    const desk = await heldDesk();
    const { steps } = await emergency(desk);
    const id = steps[0]?.id;
    await desk.until('09:00');
    await save(desk, { id, text: '带班领导到岗', done: true }, 'liaison');
    await desk.until('09:10');
    const after = await save(desk, { id, text: '带班领导到岗', done: true, note: '沈若衡 09:00 到' });
    expect(after.steps[0]).toEqual({
      id,
      text: '带班领导到岗',
      note: '沈若衡 09:00 到',
      doneAtMs: at('09:00'),
      doneBy: cast.liaison,
      dropped: false,
    });
    const undone = await save(desk, { id, text: '带班领导到岗', done: false });
    expect(undone.steps[0]).toMatchObject({ doneAtMs: null, doneBy: '' });
  });

  it('changes only what a screen sends: a note of one takes away no tick of another', async () => {
    const desk = await heldDesk();
    const { steps } = await emergency(desk);
    const { id, text } = steps[0] ?? {};
    const tick = { doneAtMs: desk.clock.now(), doneBy: cast.liaison };
    await save(desk, { id, done: true }, 'liaison');
    await desk.pass('1m');
    const noted = await save(desk, { id, note: '已到位' });
    expect(noted.steps[0]).toMatchObject({ text, note: '已到位', dropped: false, ...tick });
    const dropped = await save(desk, { id, dropped: true });
    expect(dropped.steps[0]).toMatchObject({ text, note: '已到位', dropped: true, ...tick });
    const worded = await save(desk, { id, text: '带班领导到岗' });
    expect(worded.steps[0]).toMatchObject({ text: '带班领导到岗', note: '已到位', dropped: true, ...tick });
  });

  it('takes further steps at its end', async () => {
    const desk = await heldDesk();
    await emergency(desk);
    const { steps } = await save(desk, { text: '关闭高空作业' });
    expect(steps).toHaveLength(7);
    expect(steps.at(-1)?.text).toBe('关闭高空作业');
  });

  it.each<[name: string, input: Record<string, unknown>, by: Who, refusal: string]>([
    ['without words', { text: '' }, 'officer', 'invalid:text:required'],
    ['of no checklist', { id: 'x' }, 'officer', 'notFound:postureStep'],
    ['by the custodian', {}, 'keeper', 'notAllowed:role'],
  ])('%s is refused', async (_name, input, by, expected) => {
    const desk = await heldDesk();
    await emergency(desk);
    expect(await refusal(save(desk, input, by))).toBe(expected);
  });
});

describe('plans', () => {
  const plan = { name: '高温', steps: ['通知室外作业单位', '清点饮用水'] };
  it('are added and worded anew; an emergency under way keeps its own checklist', async () => {
    const desk = await heldDesk();
    const { steps } = await emergency(desk);
    const { plans } = await desk.by('admin').posture.savePlan(plan);
    expect(plans.at(-1)).toMatchObject({ ...plan, active: true });
    const id = await planId(desk);
    const after = await desk.by('lead').posture.savePlan({ id, name: '台风', steps: ['一'], active: false });
    expect(after.steps.map((s) => s.text)).toEqual(steps.map((s) => s.text));
    expect(after.plans.find((p) => p.id === id)).toMatchObject({
      name: '台风',
      steps: ['一'],
      active: false,
    });
  });

  it.each<[name: string, input: object, by: Who, refusal: string]>([
    ['without a name', { name: '' }, 'lead', 'invalid:name:required'],
    ['with a name that is taken', { name: '雨雪冰冻' }, 'lead', 'invalid:name:nameTaken'],
    ['without steps', { steps: [] }, 'lead', 'invalid:steps:required'],
    ['with an empty step', { steps: ['一', ' '] }, 'lead', 'invalid:steps.1:required'],
    ['by an officer', {}, 'officer', 'notAllowed:role'],
  ])('%s is refused', async (_name, over, by, expected) => {
    const desk = await heldDesk();
    expect(await refusal(desk.by(by).posture.savePlan({ ...plan, ...over }))).toBe(expected);
  });

  it('keep what a screen does not send', async () => {
    const desk = await heldDesk();
    const id = await planId(desk);
    await desk.by('lead').posture.savePlan({ id, steps: ['一', '二'] });
    await desk.by('admin').posture.savePlan({ id, active: false });
    const { plans } = await desk.by('admin').posture.savePlan({ id, name: '台风' });
    expect(plans.find((p) => p.id === id)).toMatchObject({
      name: '台风',
      steps: ['一', '二'],
      active: false,
    });
    expect(await refusal(desk.by('lead').posture.savePlan({ name: '高温' }))).toBe('invalid:steps:required');
    expect(await refusal(desk.by('lead').posture.savePlan({ steps: ['一'] }))).toBe('invalid:name:required');
  });

  it('no longer offered opens no checklist', async () => {
    const desk = await heldDesk();
    const id = await planId(desk);
    await desk.by('lead').posture.savePlan({ id, name: '台风、大风', steps: ['一'], active: false });
    expect(await refusal(change(desk, { planId: id }))).toBe('invalid:planId:planNotOffered');
  });
});
