import { describe, expect, it, vi } from 'vitest';
import { handOver } from '../testing/acts.ts';
import { at, cast, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const mark = (desk: TestDesk, who: Who, over: Record<string, unknown> = {}, by: Who = 'lead') =>
  desk.by(by).shifts.markAbsence({ personId: desk.id(who), reason: '未请假离岗', ...over });
const end = (desk: TestDesk, id: string, over: Record<string, unknown> = {}) =>
  desk.by('lead').shifts.endAbsence({ id, ...over });
const attendance = (desk: TestDesk, shiftId?: string) =>
  desk.by('officer').shifts.attendance(shiftId === undefined ? {} : { shiftId });

describe('脱岗', () => {
  it('is marked with reason and times, shown on the desk, and ends when the person is back', async () => {
    const desk = await heldDesk();
    await desk.until('15:00');
    const [absence] = await mark(desk, 'officer', { fromMs: at('14:40') });
    expect(absence).toMatchObject({
      name: cast.officer,
      fromMs: at('14:40'),
      toMs: null,
      reason: '未请假离岗',
      byName: cast.lead,
    });
    expect((await desk.by(null).desk.view()).away.map((a) => a.name)).toEqual([cast.officer]);
    await desk.until('15:20');
    await end(desk, absence?.id ?? '');
    expect((await attendance(desk)).absences.map((a) => [a.fromMs, a.toMs])).toEqual([
      [at('14:40'), at('15:20')],
    ]);
    expect((await desk.by(null).desk.view()).away).toEqual([]);
    await mark(desk, 'officer');
    expect((await attendance(desk)).absences).toHaveLength(2);
    expect(desk.verify().ok).toBe(true);
  });

  it.each<[name: string, who: Who, over: Record<string, unknown>, by: Who, refusal: string]>([
    ['without a reason', 'officer', { reason: '' }, 'lead', 'invalid:reason:required'],
    ['of somebody else', 'keeper', {}, 'lead', 'invalid:personId:notInCrew'],
    ['from later than now', 'officer', { fromMs: at('16:00') }, 'lead', 'invalid:fromMs:future'],
    ['from before the shift', 'officer', { fromMs: at('08:00') }, 'lead', 'invalid:fromMs:beforeShift'],
    ['by an officer', 'officer', {}, 'officer', 'notAllowed:role'],
  ])('%s is refused', async (_name, who, over, by, expected) => {
    const desk = await heldDesk();
    await desk.until('15:00');
    expect(await refusal(mark(desk, who, over, by))).toBe(expected);
    expect(desk.count('post_absence')).toBe(0);
  });

  it('once until the person is back, back once, and never before it began', async () => {
    const desk = await heldDesk();
    await desk.until('15:00');
    const id = (await mark(desk, 'officer'))[0]?.id ?? '';
    expect(await refusal(mark(desk, 'officer'))).toBe('conflict:alreadyAbsent');
    expect(await refusal(end(desk, id, { toMs: at('14:59') }))).toBe('invalid:toMs:beforeStart');
    expect(await refusal(end(desk, id, { toMs: at('15:30') }))).toBe('invalid:toMs:future');
    await end(desk, id);
    expect(await refusal(end(desk, id))).toBe('conflict:alreadyBack');
  });

  it('ends when somebody else stands in', async () => {
    const desk = await heldDesk();
    await desk.until('15:00');
    await mark(desk, 'officer');
    await desk.until('15:10');
    await desk.by('lead').shifts.substitute({
      personId: desk.id('officer'),
      byId: desk.id('nextOfficer'),
      reason: '替班',
    });
    expect((await attendance(desk)).absences.map((a) => a.toMs)).toEqual([at('15:10')]);
    expect((await desk.by(null).desk.view()).away).toEqual([]);
    expect(desk.verify().ok).toBe(true);
  });

  it('never lasts beyond its shift, also when it is ended hours later', async () => {
    const desk = await heldDesk();
    const shiftId = (await attendance(desk)).shift.id;
    await desk.until('15:00');
    const id = (await mark(desk, 'officer'))[0]?.id ?? '';
    await desk.until('+08:30');
    await handOver(desk);
    expect((await attendance(desk, shiftId)).absences.map((a) => a.toMs)).toEqual([at('+08:30')]);
    await desk.until('+13:00');
    expect((await end(desk, id)).map((a) => a.toMs)).toEqual([at('+08:30')]);
    expect(desk.raw((db) => db.prepare('SELECT to_ms FROM post_absence').get())).toEqual({
      to_ms: at('+08:30'),
    });
  });

  it('is seen without its reason while the desk is locked', async () => {
    const desk = await heldDesk();
    await desk.by('lead').posture.change({ to: 'emergency', reason: '内部事由' });
    await mark(desk, 'officer');
    const view = (locked: boolean) => desk.as({ personId: desk.id('lead'), locked }).desk.view();
    const reasons = async (locked: boolean) => {
      const { posture, away } = await view(locked);
      return [posture.posture, posture.reason, ...away.flatMap((a) => [a.name, a.reason])];
    };
    expect(await reasons(false)).toEqual(['emergency', '内部事由', cast.officer, '未请假离岗']);
    expect(await reasons(true)).toEqual(['emergency', '', cast.officer, '']);
  });
});

it('a substitution stays in the history of its shift', async () => {
  const desk = await heldDesk();
  const shiftId = (await attendance(desk)).shift.id;
  await desk.until('12:00');
  await desk.by('lead').shifts.substitute({
    personId: desk.id('officer'),
    byId: desk.id('nextOfficer'),
    reason: '发烧',
  });
  await desk.until('+08:30');
  await desk.by('lead').shifts.planRelief({ crew: desk.crew(true, { officerIds: [desk.id('officer')] }) });
  await handOver(desk);
  expect((await attendance(desk, shiftId)).substitutions).toEqual([
    { outName: cast.officer, inName: cast.nextOfficer, atMs: at('12:00'), reason: '发烧' },
  ]);
});

describe('the days of the crews', () => {
  it.each<[day: string, coming: [string, string]]>([
    ['2026-09-30', ['holiday', '国庆节']],
    ['2026-10-09', ['workday', '']],
  ])('the relief of %s', async (day, [kind, name]) => {
    const desk = await heldDesk();
    desk.raw((db) => db.prepare('UPDATE shift SET duty_day = ?').run(day));
    const { coming } = await desk.by('officer').shifts.days();
    expect([coming.kind, coming.holiday?.zh ?? '']).toEqual([kind, name]);
  });

  it('are known to an empty desk too', async () => {
    const desk = await heldDesk();
    const { present, coming } = await desk.by('officer').shifts.days();
    expect([present?.dutyDay, coming.dutyDay]).toEqual(['2026-03-11', '2026-03-12']);
  });
});
