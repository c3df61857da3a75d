import { describe, expect, it, vi } from 'vitest';
import { accept, handOver, receive, sign } from '../testing/acts.ts';
import { at, heldDesk, PIN, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const line = (desk: TestDesk, text: string, over: Record<string, unknown> = {}) =>
  desk.by('lead').handover.saveCarry({ section: 'toFollow', text, ...over });

const lines = async (desk: TestDesk) => (await desk.by('nextLead').handover.view()).carry;

describe('lines that go from shift to shift', () => {
  it('keep every wording, and their way over the desk', async () => {
    const desk = await heldDesk();
    const { id } = await line(desk, '灯箱赔偿协商', { owner: '大队' });
    await desk.pass('1h');
    await line(desk, '灯箱赔偿协商，约明日9时', { id, owner: '大队' });
    await handOver(desk);
    const [carried] = await lines(desk);
    expect(carried).toMatchObject({
      text: '灯箱赔偿协商，约明日9时',
      owner: '大队',
      openedAtMs: at('08:30'),
    });
    expect(carried?.history.map((h) => [h.kind, h.text, h.actorName])).toEqual([
      ['opened', '灯箱赔偿协商', '田守一'],
      ['edited', '灯箱赔偿协商，约明日9时', '田守一'],
    ]);
    expect(carried?.trail.passages).toMatchObject([
      { number: 'JJ-2026-0001', decision: 'accepted', incomingLead: '祝怀谷', signedAtMs: at('09:30') },
    ]);
  });

  it('stay open when refused, with the reason on the next sheet', async () => {
    const desk = await heldDesk();
    await line(desk, '对讲机一部待修', { section: 'articles' });
    const frozen = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    const item = frozen.items.find((i) => i.kind === 'carry');
    const decisions = [{ itemId: item?.id ?? '', decision: 'refused' as const, reason: '未见实物' }];
    await desk.by('nextLead').handover.decideItems({ handoverId: frozen.id, decisions });
    await accept(desk, frozen.id);
    await sign(desk, frozen.id);
    const next = await desk.by('nextLead').handover.freeze({ relief: desk.crew(), extraReason: '轮换' });
    const again = next.items.find((i) => i.kind === 'carry');
    expect(again?.trail).toMatchObject({
      sinceMs: at('08:30'),
      passages: [{ decision: 'refused', reason: '未见实物' }],
    });
    expect(next.snapshot.sections?.articles).toMatchObject([
      { text: '对讲机一部待修', passages: 1, ended: false },
    ]);
  });

  it('are printed once more as ended, and then no more', async () => {
    const desk = await heldDesk();
    const { id } = await line(desk, '备用钥匙');
    await desk.by('lead').handover.endCarry({ id, text: '已还' });
    const { draft } = await desk.by('lead').handover.view();
    expect(draft?.sections?.toFollow).toMatchObject([{ text: '备用钥匙——已办：已还', ended: true }]);
    await handOver(desk);
    expect(await lines(desk)).toEqual([]);
  });

  it.each([
    [
      'an ended line',
      async (desk: TestDesk, id: string) => line(desk, '再改', { id }),
      'conflict:carryEnded',
    ],
    ['an unknown line', async (desk: TestDesk) => line(desk, '再改', { id: 'none' }), 'notFound:carryItem'],
    [
      'a line ended twice',
      async (desk: TestDesk, id: string) => desk.by('lead').handover.endCarry({ id, text: '又办' }),
      'conflict:carryEnded',
    ],
  ])('%s is refused', async (_name, call, code) => {
    const desk = await heldDesk();
    const { id } = await line(desk, '钥匙');
    await desk.by('lead').handover.endCarry({ id, text: '已还' });
    expect(await refusal(call(desk, id))).toBe(code);
  });

  it('may word an entry anew: the sheet prints the new words, the log keeps the old', async () => {
    const desk = await heldDesk();
    const entry = await desk
      .by('officer')
      .dutyLog.add({ kind: 'inspection', from: '区督查组', text: '检查了台账' });
    await line(desk, '区督查组检查台账，要求三日内补齐', { section: 'inspections', entryId: entry.id });
    const { draft } = await desk.by('lead').handover.view();
    expect(draft?.sections?.inspections.map((l) => l.text)).toEqual(['区督查组检查台账，要求三日内补齐']);
    expect((await desk.by('lead').dutyLog.get({ id: entry.id })).text).toBe('检查了台账');
    expect(await refusal(line(desk, '又一次', { section: 'other', entryId: entry.id }))).toBe(
      'conflict:alreadyCarried',
    );
  });
});

describe('a shift in which nothing happened', () => {
  it('says so in its log, once, and on its sheet', async () => {
    const desk = await heldDesk();
    await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    const { current } = await desk.by('lead').handover.view();
    await desk.by('lead').handover.withdraw({ handoverId: current?.id ?? '', reason: '人未到' });
    await desk.pass('5m');
    const again = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    const { entries } = await desk.by('lead').dutyLog.day({});
    expect(entries.map((e) => e.text)).toEqual(['本班平安无事']);
    expect(again.snapshot).toMatchObject({ quiet: true, counts: { entries: 0 } });
    expect((await desk.by('lead').handover.sheet({ id: again.id })).addenda).toEqual([]);
    const correction = { id: entries[0]?.id ?? '', text: '有事', reason: '试' };
    expect(await refusal(desk.by('lead').dutyLog.correct(correction))).toBe('conflict:quietLine');
  });

  it('does not say so when there was a call', async () => {
    const desk = await heldDesk();
    await receive(desk);
    const frozen = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    expect(frozen.snapshot.quiet).toBe(false);
    expect((await desk.by('lead').dutyLog.day({})).entries).toEqual([]);
  });
});

describe('what the leader signs as read', () => {
  it('is kept once a person, also after the sheet was signed', async () => {
    const desk = await heldDesk();
    await desk.by('admin').people.setCredential({ personId: desk.id('leader'), pin: PIN });
    const { holder } = await desk.by('lead').shifts.current();
    const shiftId = holder?.id ?? '';
    const handoverId = await handOver(desk);
    const read = { shiftId, personId: desk.id('leader'), pin: PIN, remark: '已阅，请跟进' };
    await desk.pass('2h');
    const readings = await desk.by('leader').handover.readSign(read);
    expect(readings).toMatchObject([{ name: '沈若衡', remark: '已阅，请跟进', atMs: at('10:30') }]);
    expect((await desk.by('lead').handover.sheet({ id: handoverId })).readings).toEqual(readings);
    expect(await refusal(desk.by('leader').handover.readSign(read))).toBe('conflict:alreadySigned');
    const other = { ...read, personId: desk.id('lead') };
    expect(await refusal(desk.by('lead').handover.readSign(other))).toBe('notAllowed:readersOnly');
  });
});

describe('who held the desk', () => {
  it('is on the sheet to the minute: the crew before, an extra handover, the stand-in', async () => {
    const desk = await heldDesk();
    await desk.until('12:00');
    const input = { personId: desk.id('officer'), byId: desk.id('member'), reason: '发热' };
    await desk.by('lead').shifts.substitute(input);
    await desk.until('14:00');
    const extra = await desk
      .by('lead')
      .handover.freeze({ relief: desk.crew(true), extraReason: '值班长发病' });
    await accept(desk, extra.id);
    await sign(desk, extra.id);
    expect(extra.snapshot.outgoing.find((p) => p.name === '霍长风')?.standIn).toEqual({
      name: '童子安',
      atMs: at('12:00'),
      reason: '发热',
    });
    await desk.until('+08:20');
    const morning = await desk.by('nextLead').handover.freeze({ relief: desk.crew() });
    expect(morning.snapshot.watch.map((w) => [w.lead, w.fromMs, w.toMs])).toEqual([
      ['田守一', at('08:30'), at('14:00')],
      ['祝怀谷', at('14:00'), null],
    ]);
  });
});
