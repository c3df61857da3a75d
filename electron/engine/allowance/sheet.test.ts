import { expect, it } from 'vitest';
import { act, group, receive } from '../testing/acts.ts';
import { at, bureauDesk, heldDesk, refusal, type TestDesk } from '../testing/harness.ts';
import { allowanceTable } from './workbook.ts';

const month = '2026-03';

/** Makes two of the sample bureau's people what the allowance is for. */
async function withWorkers(desk: TestDesk): Promise<void> {
  const people = await desk.by('admin').people.list();
  for (const [name, kind] of [
    ['冉青禾', 'auxiliary'],
    ['仲伯安', 'sanitation'],
  ] as const) {
    const person = people.find((p) => p.name === name);
    if (!person) throw new Error(name);
    const { staffNo, unitId, title, phone, roles, active } = person;
    await desk.by('admin').people.update({
      id: person.id,
      version: person.version,
      person: { staffNo, name, unitId, title, phone, roles, active, kind },
    });
  }
}

async function setRate(desk: TestDesk, nightAllowanceFen: number): Promise<void> {
  const { site } = await desk.by('admin').settings.get();
  await desk.by('admin').settings.setSite({ ...site, nightAllowanceFen });
}

/** A night call: sent at 23:02, out at 23:05 with these people, back at 00:10. */
async function aNight(desk: TestDesk, members: string[]): Promise<string> {
  await desk.until('23:00');
  const { id } = await receive(desk);
  await desk.pass('2m');
  await act(desk, id, 'dispatch');
  await desk.pass('3m');
  await act(desk, id, 'enRoute', { members });
  await desk.pass('15m');
  await act(desk, id, 'onScene');
  await desk.until('+00:10');
  await act(desk, id, 'returned');
  return id;
}

it('pays who was out in the night, at the rate in force that night', async () => {
  const desk = await heldDesk();
  await withWorkers(desk);
  await setRate(desk, 8050);
  const id = await aNight(desk, ['冉青禾', '仲伯安', '霍长风']);
  await setRate(desk, 9900);
  const sheet = await desk.by('officer').allowance.month({ month });
  expect(sheet).toMatchObject({
    night: ['22:00', '06:00'],
    totalTimes: 2,
    totalFen: 16_100,
    unnamed: [],
    unknown: [],
  });
  expect(sheet.rows).toContainEqual(
    expect.objectContaining({
      name: '冉青禾',
      kind: 'auxiliary',
      unitName: '执法大队',
      date: '2026-03-11',
      fromMs: at('23:05'),
      toMs: at('+00:10'),
      end: 'returned',
      instructionId: id,
      number: '2026-000001',
      rateFen: 8050,
      amountFen: 8050,
    }),
  );
  expect((await desk.by('officer').allowance.month({ month: '2026-04' })).rows).toEqual([]);
});

it('a team without names is listed until somebody enters them, also after the end', async () => {
  const desk = await heldDesk();
  await withWorkers(desk);
  const id = await aNight(desk, []);
  for (const name of ['confirmScope', 'resolve', 'reportBack', 'close'] as const) await act(desk, id, name);
  const before = await desk.by('officer').allowance.month({ month });
  expect(before.unnamed).toEqual([
    expect.objectContaining({ instructionId: id, team: '执法行动组', canEnter: true }),
  ]);
  await act(desk, id, 'turnout', {
    dispatchId: before.unnamed[0]?.dispatchId,
    members: ['冉青禾', '路人甲'],
  });
  const after = await desk.by('officer').allowance.month({ month });
  expect(after.unnamed).toEqual([]);
  expect(after.rows.map((r) => r.name)).toEqual(['冉青禾']);
  expect(after.unknown).toEqual([expect.objectContaining({ name: '路人甲', reason: 'nobody' })]);
});

it('finds a team sent this month for a call of months ago', async () => {
  const desk = await heldDesk();
  await withWorkers(desk);
  const id = await aNight(desk, ['冉青禾']);
  // As if the call had come long before: only the event of the sending still lies in this month.
  desk.raw((db) =>
    db.prepare('UPDATE instruction SET received_at = received_at - 86400000 * 200 WHERE id = ?').run(id),
  );
  const { rows } = await desk.by('officer').allowance.month({ month });
  expect(rows).toHaveLength(1);
});

it('the workbook has a subtotal for each person and the total in capitals', async () => {
  const desk = await heldDesk();
  await withWorkers(desk);
  await setRate(desk, 8000);
  await aNight(desk, ['冉青禾', '仲伯安']);
  const table = allowanceTable(await desk.by('officer').allowance.month({ month }));
  expect(table.title).toBe('2026年3月夜间出勤补贴发放表');
  expect(table.notes?.join()).toContain('大写：壹佰陆拾元整');
  expect(table.rows.map((r) => [r[1], r[5], r[7], r[9]])).toEqual([
    ['仲伯安', '23:05–次日00:10', 1, 80],
    ['仲伯安 小计', '', 1, 80],
    ['冉青禾', '23:05–次日00:10', 1, 80],
    ['冉青禾 小计', '', 1, 80],
    ['合计', '', 2, 160],
  ]);
  const book = await desk.by('officer').allowance.workbook({ month });
  expect(book.fileName).toBe('2026年3月夜间出勤补贴发放表.xlsx');
});

it('an empty month is an empty sheet; a month that is none is refused', async () => {
  const desk = await bureauDesk();
  expect(await desk.by('lead').allowance.month({ month: '2026-02' })).toMatchObject({
    rows: [],
    totalFen: 0,
  });
  expect(await refusal(desk.by('lead').allowance.month({ month: '2026-13' }))).toBe('invalid:month:month');
});

it('a day outing that nobody ended by hand does not reach the night when its instruction is reopened then', async () => {
  const desk = await heldDesk();
  await withWorkers(desk);
  await setRate(desk, 8000);
  await desk.until('13:00');
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  await act(desk, id, 'enRoute', { members: ['冉青禾'] });
  await desk.pass('15m');
  await act(desk, id, 'onScene');
  await act(desk, id, 'confirmScope');
  await desk.until('14:00');
  await act(desk, id, 'resolve');
  await act(desk, id, 'reportBack');
  await act(desk, id, 'close');
  await desk.until('23:00');
  await act(desk, id, 'reopen');
  await desk.until('23:30');
  const { rows, unnamed } = await desk.by('officer').allowance.month({ month });
  expect({ rows, unnamed }).toEqual({ rows: [], unnamed: [] });

  // Whoever is sent again after that is paid.
  await act(desk, id, 'dispatch', { to: group(desk, '环卫行动组') });
  await act(desk, id, 'enRoute', { members: ['仲伯安'] });
  const again = await desk.by('officer').allowance.month({ month });
  expect(again.rows.map((r) => r.name)).toEqual(['仲伯安']);
});
