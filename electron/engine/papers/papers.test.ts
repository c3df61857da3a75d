import { expect, it, vi } from 'vitest';
import { accept, act, receive, sign } from '../testing/acts.ts';
import { at, cast, DAY, heldDesk, refusal } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

it('the paper of a day holds every shift of it, every entry and every instruction they touched', async () => {
  const desk = await heldDesk();
  const instruction = await receive(desk);
  await desk.by('officer').dutyLog.add({ kind: 'callIn', text: '第一班' });
  await desk.pass('1h');
  const h = await desk.by('lead').handover.freeze({ extraReason: '换人', relief: desk.crew(true) });
  await accept(desk, h.id);
  await sign(desk, h.id);
  await act(desk, instruction.id, 'dispatch', {}, { by: 'nextLiaison' });
  await desk.by('nextOfficer').dutyLog.add({ kind: 'callIn', text: '第二班' });
  const paper = await desk.by('nextLead').papers.logDay({ dutyDay: DAY });
  expect(paper.shifts.map((s) => s.handover?.incoming?.name)).toEqual([cast.nextLead, undefined]);
  expect(paper.shifts[0]?.shift.relievedAtMs).toBe(paper.shifts[1]?.shift.takenAtMs);
  expect(paper.day.entries.map((e) => e.text)).toEqual(expect.arrayContaining(['第一班', '第二班']));
  expect(paper.instructions.map((i) => i.detail.instruction.number)).toEqual([instruction.number]);
  const [last] = desk.raw((db) =>
    db.prepare('SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1').all(),
  );
  expect(paper.chain).toEqual({ seq: (last as { seq: number }).seq, head: (last as { hash: string }).hash });
});

it('the paper of a day tells by the record which shift did what, whatever the clock said', async () => {
  const desk = await heldDesk();
  await desk.pass('1h');
  const h = await desk.by('lead').handover.freeze({ extraReason: '换人', relief: desk.crew(true) });
  await accept(desk, h.id);
  await sign(desk, h.id);
  desk.clock.set(desk.clock.now() - 7_200_000);
  const instruction = await receive(desk, {}, 'nextLiaison');
  await act(desk, instruction.id, 'dispatch', {}, { by: 'nextLiaison' });
  const [found] = (await desk.by('nextLead').papers.logDay({ dutyDay: DAY })).instructions;
  expect(found?.detail.instruction.shiftId).toBe(h.incomingShiftId);
  expect(found?.detail.events.map((e) => found.shiftOf[e.id])).toEqual([h.incomingShiftId]);
});

it('a register holds what is of its kind now: a correction brings an entry in and takes one out', async () => {
  const desk = await heldDesk();
  const officer = desk.by('officer');
  await officer.dutyLog.add({ kind: 'walkIn', text: '来访甲' });
  const wrong = await officer.dutyLog.add({ kind: 'walkIn', text: '其实是来电' });
  const missed = await officer.dutyLog.add({ kind: 'other', text: '其实是来访' });
  await officer.dutyLog.correct({ id: wrong.id, fields: { kind: 'callIn' }, reason: '类别' });
  await officer.dutyLog.correct({ id: missed.id, fields: { kind: 'walkIn' }, reason: '类别' });
  const period = { kind: 'walkIn' as const, fromDay: DAY, toDay: DAY };
  const { entries } = await officer.papers.entries(period);
  expect(entries.map((e) => e.text)).toEqual(['来访甲', '其实是来访']);
  expect(
    (await officer.papers.entries({ ...period, fromDay: '2026-03-12', toDay: '2026-03-31' })).entries,
  ).toEqual([]);
  expect(await refusal(officer.papers.entries({ ...period, toDay: '2026-03-01' }))).toBe(
    'invalid:toDay:periodOrder',
  );
});

it('each reprint is a line of the log with its copy and why; its slip is made from that line alone', async () => {
  const desk = await heldDesk();
  await desk.until('+08:31');
  const h = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  await accept(desk, h.id);
  await sign(desk, h.id);
  const main = desk.as({ personId: null, locked: false, system: 'main' });
  await main.handover.seal({ id: h.id, sha256: 'ab'.repeat(32), bytes: 10 });
  const first = await desk.by('nextLead').handover.reprinted({ id: h.id, reason: '督查调阅' });
  const second = await desk.by('nextLead').handover.reprinted({ id: h.id });
  const slip = (entryId: string) => desk.by('nextLead').papers.reprint({ id: h.id, entryId });
  expect(await slip(first.entryId)).toMatchObject({
    handover: { number: h.number, documentSha256: 'ab'.repeat(32) },
    sealedAtMs: at('+08:31'),
    line: {
      text: `补打交接班记录表 ${h.number}（第 1 次补打）`,
      handling: '事由：督查调阅',
      actorName: cast.nextLead,
    },
  });
  expect((await slip(second.entryId)).line).toMatchObject({
    text: `补打交接班记录表 ${h.number}（第 2 次补打）`,
    handling: '',
  });
  const other = await desk.by('nextLead').dutyLog.add({ kind: 'other', text: '别的记录' });
  expect(await refusal(slip(other.id))).toBe('notFound:reprint');
});
