import { describe, expect, it, vi } from 'vitest';
import { rung } from '../testing/acts.ts';
import { at, heldDesk, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const paper = (desk: TestDesk, over: Record<string, unknown> = {}) =>
  desk.by('officer').dutyLog.add({
    kind: 'document',
    title: '关于做好防风工作的紧急通知',
    text: '今晚有大风，请做好防范',
    urgency: 'immediate',
    ...over,
  });
const step = (desk: TestDesk, id: string, said: Record<string, unknown>) =>
  desk.by('officer').dutyLog.step({ id, step: { kind: 'reported', who: '沈若衡', ...said } });
const active = async (desk: TestDesk) =>
  (await desk.by('officer').alarms.active()).map((a) => [a.class, a.place, a.entry]);
const correct = (desk: TestDesk, id: string, fields: Record<string, unknown>) =>
  desk.by('officer').dutyLog.correct({ id, fields, reason: '登记有误' });

/** As a former version wrote entries: without what a kind has besides. */
async function withoutDetails(desk: TestDesk): Promise<void> {
  await desk.stop();
  desk.raw((db) =>
    db.exec(`DROP TRIGGER log_detail_no_delete; DELETE FROM log_detail;
      CREATE TRIGGER log_detail_no_delete BEFORE DELETE ON log_detail BEGIN SELECT RAISE(ABORT, 'log_detail is permanent'); END`),
  );
  await desk.start();
}

describe('the alarm of an urgent paper', () => {
  it('names the paper and says where it stands', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await desk.until('08:40');
    expect(await active(desk)).toEqual([
      ['urgentPaperDue', '关于做好防风工作的紧急通知', { id, dutyDay: '2026-03-11' }],
    ]);
    const [raised] = await desk.by('officer').alarms.history({});
    expect(raised?.entry).toEqual({ id, dutyDay: '2026-03-11' });
  });

  it.each<[what: string, said: Record<string, unknown>, settled: boolean]>([
    ['a report', {}, true],
    ['an order', { kind: 'order', text: '照办' }, true],
    ['a result', { kind: 'result', who: '', text: '已办' }, true],
    ['a proposal does not settle it', { kind: 'proposal', text: '拟转各队' }, false],
  ])('is settled by %s', async (_what, said, settled) => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await desk.until('08:40');
    await step(desk, id, said);
    expect(await active(desk)).toHaveLength(settled ? 0 : 1);
    await desk.until('08:50');
    expect((await rung(desk)).length).toBe(settled ? 1 : 3);
  });

  it('rings as missed with its true time when the program was off', async () => {
    const desk = await heldDesk();
    await paper(desk);
    await desk.restart(at('08:42'));
    expect(await rung(desk)).toEqual(['08:40 urgentPaperDue missed']);
  });

  it('goes on with its repeats after a restart, each once', async () => {
    const desk = await heldDesk();
    await paper(desk);
    await desk.until('08:41');
    await desk.restart(at('08:44'));
    await desk.until('08:45');
    expect(await rung(desk)).toEqual(['08:40 urgentPaperDue', '08:45 urgentPaperDue/1']);
  });

  it('rings at once when a correction makes an old paper urgent', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk, { urgency: 'routine' });
    await desk.until('09:03');
    await correct(desk, id, { urgency: 'flash' });
    await desk.tick();
    expect(await rung(desk)).toEqual(['09:00 urgentPaperDue/4']);
  });

  it('is not quieted by a correction that leaves the paper urgent', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await desk.until('08:41');
    await correct(desk, id, { title: '防风通知' });
    await desk.tick();
    expect(await active(desk)).toHaveLength(1);
    await correct(desk, id, { urgency: 'flash' });
    await desk.tick();
    expect(await active(desk)).toHaveLength(1);
  });

  it('is over when the paper turns out not to be urgent', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await desk.until('08:41');
    await correct(desk, id, { urgency: 'routine' });
    await desk.until('09:00');
    expect(await active(desk)).toEqual([]);
    expect(await rung(desk)).toEqual(['08:40 urgentPaperDue']);
  });

  it('of a paper of a former version rings once a correction moves its deadline, not for another field', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await withoutDetails(desk);
    await desk.until('09:00');
    await correct(desk, id, { from: '市府办' });
    await desk.until('09:20');
    expect(await rung(desk)).toEqual([]);
    expect(await desk.by('officer').dutyLog.inHand()).toEqual([]);
    await correct(desk, id, { urgency: 'flash' });
    await desk.tick();
    expect(await rung(desk)).toEqual(['09:20 urgentPaperDue/8']);
    expect(await desk.by('officer').dutyLog.inHand()).toHaveLength(1);
  });

  it('ends after a month; the paper stays in hand and on the sheet until somebody is told', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk, { title: '旧件' });
    const other = await desk.by('officer').dutyLog.add({ kind: 'other', text: '误记的来文' });
    await correct(desk, other.id, { kind: 'document', urgency: 'flash' });
    desk.clock.set(desk.clock.now() + 31 * 86_400_000);
    await desk.tick();
    const rings = async () => (await rung(desk)).filter((line) => line.includes('urgentPaperDue')).length;
    const before = await rings();
    await desk.pass('1h');
    expect(await rings()).toBe(before);
    const owing = async () => (await desk.by('officer').dutyLog.inHand()).map((p) => p.entry.id);
    expect(await owing()).toEqual([id, other.id]);
    const { draft } = await desk.by('lead').handover.view();
    expect(draft?.papers.map((p) => p.entryId)).toEqual([id, other.id]);
    await step(desk, id, { kind: 'result', who: '', text: '已办' });
    expect(await owing()).toEqual([other.id]);
  });

  it('a follow-up of an entry leads to its entry as well', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk, {
      urgency: 'routine',
      followUp: { owner: '大队', dueAtMs: at('09:00') },
    });
    await desk.until('09:00');
    expect((await active(desk)).map(([kind, , entry]) => [kind, entry])).toEqual([
      ['followUpDue', { id, dutyDay: '2026-03-11' }],
    ]);
  });
});

describe('papers in hand', () => {
  const inHand = async (desk: TestDesk) =>
    (await desk.by('officer').dutyLog.inHand()).map((p) => [p.entry.title, p.owed.map((o) => o.code).join()]);

  it('the first due first, until nothing is owed', async () => {
    const desk = await heldDesk();
    await paper(desk, { title: '平件', urgency: 'routine' });
    const old = await paper(desk, { title: '拟办件', urgency: 'routine' });
    await step(desk, old.id, { kind: 'proposal', text: '拟转' });
    const { id } = await paper(desk, { title: '特急件' });
    expect(await inHand(desk)).toEqual([
      ['特急件', 'leaderReport,paperResult'],
      ['拟办件', 'paperResult'],
    ]);
    await step(desk, id, {});
    await step(desk, id, { kind: 'result', who: '', text: '已办' });
    expect(await inHand(desk)).toEqual([['拟办件', 'paperResult']]);
  });

  it('says until when and on which day', async () => {
    const desk = await heldDesk();
    await desk.until('09:00');
    await paper(desk);
    const [first] = await desk.by('officer').dutyLog.inHand();
    expect(first).toMatchObject({ dutyDay: '2026-03-11', owed: [{ dueAtMs: at('09:10') }, {}] });
  });
});
