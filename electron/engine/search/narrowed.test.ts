import { expect, it, vi } from 'vitest';
import { handOver } from '../testing/acts.ts';
import { heldDesk, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const texts = async (desk: TestDesk, asked: { words: string; [filter: string]: unknown }) =>
  (await desk.by('officer').search.find(asked)).hits.map((h) => h.text.text);

it('an urgent paper is open until it owes nothing any more', async () => {
  const desk = await heldDesk();
  const officer = desk.by('officer').dutyLog;
  const { id } = await officer.add({ kind: 'document', title: '特提', text: '防汛通知', urgency: 'flash' });
  const open = async () => (await texts(desk, { words: '防汛通知', open: true })).length;
  expect(await open()).toBe(1);
  await officer.step({ id, step: { kind: 'reported', who: '沈若衡', text: '' } });
  expect(await open()).toBe(1);
  await officer.step({ id, step: { kind: 'result', who: '', text: '已转各队' } });
  expect(await open()).toBe(0);
  expect(await officer.inHand()).toEqual([]);
});

it('a sheet is found by a line of its sections that no open item has any more', async () => {
  const desk = await heldDesk();
  const { id } = await desk.by('lead').handover.saveCarry({ section: 'toFollow', text: '灯箱赔偿协商' });
  await desk.by('lead').handover.endCarry({ id, text: '双方已签协议书' });
  await desk.pass('1h');
  await handOver(desk);
  const sheets = async (words: string) =>
    (await desk.by('officer').search.find({ words, kinds: ['paper'] })).hits.length;
  expect(await sheets('灯箱赔偿')).toBe(1);
  expect(await sheets('toFollow')).toBe(0);
});

it('days find what was recorded on them, also after a clock that ran ahead', async () => {
  const desk = await heldDesk();
  const add = (text: string) => desk.by('officer').dutyLog.add({ kind: 'other', text });
  const now = desk.clock.now();
  await add('钟走得准');
  desk.clock.set(now + 2 * 86_400_000);
  await add('钟走快了');
  desk.clock.set(now + 3_600_000);
  await add('钟已拨正');
  desk.clock.set(now + 86_400_000);
  await add('钟走一天');
  for (const words of ['', '钟走', '钟']) {
    const on = (fromDay: string | null, toDay: string | null) =>
      texts(desk, { words, kinds: ['log'], fromDay, toDay });
    const said = (all: string[]) => all.filter((text) => words !== '钟走' || text.includes(words));
    expect(await on('2026-03-11', '2026-03-11')).toEqual(said(['钟已拨正', '钟走得准']));
    expect(await on('2026-03-13', '2026-03-13')).toEqual(['钟走快了']);
    expect(await on('2026-03-12', '2026-03-13')).toEqual(['钟走一天', '钟走快了']);
    expect(await on(null, '2026-03-13')).toEqual(said(['钟走一天', '钟已拨正', '钟走快了', '钟走得准']));
    expect(await on('2026-03-12', null)).toEqual(['钟走一天', '钟走快了']);
    const { kinds } = await desk.by('officer').search.counts({
      ...{ words, kinds: ['log'], fromDay: '2026-03-11', toDay: '2026-03-11' },
    });
    expect(kinds.log).toBe(said(['钟已拨正', '钟走得准']).length);
    const page = { words, kinds: ['log' as const], fromDay: '2026-03-12', toDay: '2026-03-13', limit: 1 };
    const first = await desk.by('officer').search.find(page);
    const second = await desk.by('officer').search.find({ ...page, before: first.more });
    expect([...first.hits, ...second.hits].map((h) => h.text.text)).toEqual(['钟走一天', '钟走快了']);
    expect(second.more).toBeNull();
  }
});
