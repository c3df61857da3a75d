import { describe, expect, it, vi } from 'vitest';
import { handOver, rung } from '../testing/acts.ts';
import { at, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const add = (desk: TestDesk, input: Record<string, unknown> = {}, who: Who = 'officer') =>
  desk.by(who).dutyLog.add({ kind: 'callIn', text: '居民反映噪声', ...input });

describe('an entry', () => {
  it.each<[input: Record<string, unknown>, refusal: string]>([
    [{}, 'ok'],
    [{ text: '' }, 'invalid:text:required'],
    [{ kind: 'gossip' }, 'invalid:kind:required'],
    [{ phone: '1' }, 'invalid:phone:phone'],
    [{ text: '长'.repeat(100_000) }, 'invalid:text:tooLong'],
    [{ occurredAtMs: at('08:35') }, 'ok'],
    [{ occurredAtMs: at('08:35') + 1 }, 'invalid:occurredAtMs:future'],
    [{ calledAtMs: at('08:36') }, 'invalid:calledAtMs:future'],
    [{ calledAtMs: at('08:29'), answeredAtMs: at('08:28') }, 'invalid:answeredAtMs:beforeCall'],
    [{ followUp: { owner: '大队', dueAtMs: at('08:30') } }, 'invalid:followUp.dueAtMs:dueInPast'],
    [{ followUp: { owner: '', dueAtMs: at('16:00') } }, 'invalid:followUp.owner:required'],
  ])('%j → %s', async (input, expected) => {
    const desk = await heldDesk();
    expect(await refusal(add(desk, input))).toBe(expected);
    expect(desk.count('log_entry')).toBe(expected === 'ok' ? 1 : 0);
  });

  it('keeps when it happened apart from when it was recorded', async () => {
    const desk = await heldDesk();
    await desk.until('10:00');
    expect(await add(desk, { occurredAtMs: at('09:10') })).toMatchObject({
      occurredAtMs: at('09:10'),
      recordedAtMs: at('10:00'),
    });
  });
});

describe('a correction', () => {
  const correct = (desk: TestDesk, id: string, who: Who, text = '居民来电') =>
    refusal(desk.by(who).dutyLog.correct({ id, text, reason: '听错' }));

  it('leaves the words before, struck through, oldest first', async () => {
    const desk = await heldDesk();
    const { id } = await add(desk);
    await correct(desk, id, 'officer', '第二稿');
    await correct(desk, id, 'lead', '第三稿');
    const { entries } = await desk.by('lead').dutyLog.day({});
    expect(entries).toMatchObject([
      { text: '第三稿', original: '居民反映噪声', corrections: [{ text: '第二稿' }, { text: '第三稿' }] },
    ]);
  });

  it('is the author’s in the same shift, a shift lead’s at any time', async () => {
    const desk = await heldDesk();
    const { id } = await add(desk);
    expect(await correct(desk, id, 'liaison')).toBe('notAllowed:correctionByLead');
    expect(await correct(desk, id, 'officer', '居民反映噪声')).toBe('invalid:text:unchanged');
    expect(await correct(desk, 'none', 'lead')).toBe('notFound:logEntry');
    await desk.until('+08:30');
    await handOver(desk);
    expect(await correct(desk, id, 'officer')).toBe('notAllowed:correctionByLead');
    expect(await correct(desk, id, 'nextLead')).toBe('ok');
  });
});

describe('a follow-up', () => {
  it('rings once at its due time unless it is done', async () => {
    const desk = await heldDesk();
    const due = (clock: string) => ({ followUp: { owner: '大队', dueAtMs: at(clock) } });
    await add(desk, due('10:00'));
    const second = await add(desk, due('10:30'));
    await desk.until('10:29');
    await desk.by('officer').followUps.done({ id: second.followUps[0]?.id ?? '', text: '已办' });
    await desk.until('12:00');
    expect(await rung(desk)).toEqual(['10:00 followUpDue']);
  });

  it('is done once', async () => {
    const desk = await heldDesk();
    const entry = await add(desk, { followUp: { owner: '大队', dueAtMs: at('10:00') } });
    const done = () =>
      refusal(desk.by('officer').followUps.done({ id: entry.followUps[0]?.id ?? '', text: '已办' }));
    expect([await done(), await done()]).toEqual(['ok', 'conflict:followUpDone']);
  });
});

it('a day shows the entries of its shifts only', async () => {
  const desk = await heldDesk();
  await add(desk, { text: '第一天' });
  await desk.until('+08:30');
  await handOver(desk);
  await add(desk, { text: '第二天' }, 'nextOfficer');
  const texts = async (dutyDay?: string) =>
    (await desk.by('lead').dutyLog.day({ dutyDay })).entries.map((e) => e.text);
  expect(await texts()).toEqual(['第二天']);
  expect(await texts('2026-03-11')).toEqual(['第一天']);
  expect(await texts('2026-03-10')).toEqual([]);
  expect(await refusal(desk.by('lead').dutyLog.day({ dutyDay: '2026-02-30' }))).toBe('invalid:dutyDay:date');
});
