import { describe, expect, it, vi } from 'vitest';
import { accept, handOver, sign } from '../testing/acts.ts';
import { at, heldDesk, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const entry = (desk: TestDesk, text: string, over: Record<string, unknown> = {}) =>
  desk.by('officer').dutyLog.add({ kind: 'callIn', text, ...over });

const freeze = (desk: TestDesk) => desk.by('lead').handover.freeze({ relief: desk.crew(true) });

async function signed(desk: TestDesk, handoverId: string) {
  await accept(desk, handoverId);
  await sign(desk, handoverId);
  return desk.by('lead').handover.sheet({ id: handoverId });
}

describe('what is done between the freeze and the signature', () => {
  it('stands among the addenda, also when it was done to older things', async () => {
    const desk = await heldDesk();
    const due = { owner: '大队', dueAtMs: at('16:00') };
    const call = await entry(desk, '反映占道', { followUp: due });
    const paper = await entry(desk, '请落实', { kind: 'document', title: '防汛通知', urgency: 'immediate' });
    const line = await desk.by('lead').handover.saveCarry({ section: 'other', text: '钥匙两把' });
    await desk.pass('1h');
    const { id } = await freeze(desk);
    await desk.pass('1m');
    await desk.by('officer').dutyLog.correct({ id: call.id, text: '反映西门占道', reason: '写漏' });
    await desk
      .by('officer')
      .dutyLog.step({ id: paper.id, step: { kind: 'reported', who: '沈若衡', text: '' } });
    await desk.by('lead').handover.endCarry({ id: line.id, text: '已交还' });
    await desk.pass('1m');
    await desk.by('officer').followUps.done({ id: call.followUps[0]?.id ?? '', text: '已劝离' });
    const { addenda } = await signed(desk, id);
    expect(addenda.map((a) => (a.kind === 'instruction' ? '' : a.text))).toEqual([
      '更正：“反映占道”改为“反映西门占道”（理由：写漏）',
      '报告领导（沈若衡）〔防汛通知〕',
      '交接事项办结：钥匙两把——已交还',
      '跟踪办结（大队）：反映西门占道——已劝离',
    ]);
  });

  it('is told by what was written after the freeze, not by a clock that somebody set back', async () => {
    const desk = await heldDesk();
    await entry(desk, '冻结前');
    await desk.pass('1h');
    const { id, snapshot } = await freeze(desk);
    desk.clock.set(at('08:40'));
    await entry(desk, '冻结后');
    desk.clock.set(at('09:40'));
    const { addenda } = await signed(desk, id);
    expect(snapshot.counts.entries).toBe(1);
    expect(addenda.map((a) => (a.kind === 'log' ? a.text : a.kind))).toEqual(['冻结后']);
  });
});

describe('what leaders order', () => {
  it('is on the sheet of the shift in which it was ordered, on whatever paper', async () => {
    const desk = await heldDesk();
    const paper = await entry(desk, '请落实', { kind: 'document', title: '防汛通知' });
    await handOver(desk);
    await desk.pass('1h');
    const step = { kind: 'order' as const, who: '沈若衡', text: '加派一组' };
    await desk.by('nextOfficer').dutyLog.step({ id: paper.id, step });
    const { draft } = await desk.by('nextLead').handover.view();
    expect(draft?.sections?.requirements.map((l) => l.text)).toEqual(['沈若衡批示：加派一组（防汛通知）']);
    expect(draft?.quiet).toBe(false);
  });
});

describe('本班平安无事', () => {
  it('is the desk’s own line, not a text: the same words of an officer are an entry like any other', async () => {
    const desk = await heldDesk();
    const { id } = await entry(desk, '本班平安无事', { kind: 'other' });
    const frozen = await freeze(desk);
    expect(frozen.snapshot).toMatchObject({ quiet: false, counts: { entries: 1 } });
    const corrected = await desk.by('lead').dutyLog.correct({ id, text: '本班有一起来电', reason: '记错' });
    expect(corrected.text).toBe('本班有一起来电');
  });
});

describe('a clock that was set back', () => {
  it('does not turn corrections around: the last written holds', async () => {
    const desk = await heldDesk();
    const { id } = await entry(desk, '一');
    await desk.pass('30m');
    await desk.by('lead').dutyLog.correct({ id, text: '二', reason: '听错' });
    desk.clock.set(at('08:40'));
    const last = await desk
      .by('lead')
      .dutyLog.correct({ id, text: '三', fields: { from: '居民' }, reason: '再听' });
    expect([last.text, last.from, last.corrections.map((c) => c.text)]).toEqual(['三', '居民', ['二', '三']]);
  });

  it('does not hold the desk in an emergency that was ended', async () => {
    const desk = await heldDesk();
    await desk.pass('1h');
    await desk.by('lead').posture.change({ to: 'emergency', reason: '台风' });
    desk.clock.set(at('08:50'));
    const { now } = await desk.by('lead').posture.change({ to: 'routine', reason: '解除' });
    expect(now.posture).toBe('routine');
    expect((await freeze(desk)).snapshot.posture.posture).toBe('routine');
  });
});

describe('who held the desk', () => {
  it('goes over from the lead to the stand-in at the minute', async () => {
    const desk = await heldDesk();
    await desk.until('10:30');
    await desk.by('lead').shifts.substitute({
      personId: desk.id('lead'),
      byId: desk.id('nextLead'),
      reason: '发热',
    });
    await desk.until('12:00');
    const { draft } = await desk.by('nextLead').handover.view();
    expect(draft?.watch.map((w) => [w.lead, w.fromMs, w.toMs])).toEqual([
      ['田守一', at('08:30'), at('10:30')],
      ['祝怀谷', at('10:30'), null],
    ]);
  });
});

it('what is still to be done about an entry is called as the entry is since its correction', async () => {
  const desk = await heldDesk();
  const call = await entry(desk, '反映占道', { followUp: { owner: '大队', dueAtMs: at('16:00') } });
  await desk.by('officer').dutyLog.correct({ id: call.id, text: '反映西门占道', reason: '写漏' });
  expect((await desk.by('lead').followUps.open()).map((f) => [f.text, f.label])).toEqual([
    ['反映西门占道', '反映西门占道'],
  ]);
});
