import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { groupings } from '../../../shared/timeliness/types.ts';
import { act, receive } from '../testing/acts.ts';
import { DAY, heldDesk, refusal, type TestDesk } from '../testing/harness.ts';
import { figuresTable, lateTable } from './workbook.ts';

const today = { fromDay: DAY, toDay: DAY };

/** A call answered in time, one too late and explained, one voided: 2 counted, 1 of 2 arrivals on time. */
async function aDay(desk: TestDesk): Promise<Instruction[]> {
  const quick = await receive(desk);
  await desk.pass('2m');
  await act(desk, quick.id, 'dispatch');
  await desk.pass('10m');
  await act(desk, quick.id, 'onScene');
  await act(desk, quick.id, 'confirmScope');
  await act(desk, quick.id, 'resolve');
  await desk.pass('4m');
  await act(desk, quick.id, 'reportBack');
  const slow = await receive(desk, { categoryNo: null, place: '望江路' });
  await act(desk, slow.id, 'dispatch');
  await desk.pass('20m');
  await act(desk, slow.id, 'delayed', { reason: '道路积雪' });
  await desk.pass('15m');
  await act(desk, slow.id, 'onScene');
  const wrong = await receive(desk);
  await act(desk, wrong.id, 'void');
  return [quick, slow, wrong];
}

describe('timeliness.report', () => {
  it('counts what was received in the days, and only that', async () => {
    const desk = await heldDesk();
    await aDay(desk);
    const report = await desk.by('officer').timeliness.report(today);
    expect(report).toMatchObject({
      siteName: '云州市城市管理行政执法局',
      total: { instructions: 2, rates: { arrival: { numerator: 1, denominator: 2 } } },
      groups: [{ label: '执法行动组', instructions: 2 }],
      late: [{ place: '望江路', lateMinutes: 5, explanations: [{ reason: '道路积雪' }] }],
      leftOut: { declined: 0, duplicates: 0, voided: 1 },
    });
    const before = await desk.by('officer').timeliness.report({ fromDay: '2026-03-09', toDay: '2026-03-10' });
    expect(before.total.instructions).toBe(0);
  });

  it('by category, what has none last', async () => {
    const desk = await heldDesk();
    await aDay(desk);
    const { groups } = await desk.by('officer').timeliness.report({ ...today, by: 'category' });
    expect(groups.map((g) => [g.label, g.instructions])).toEqual([
      ['广告牌', 1],
      ['', 1],
    ]);
  });

  it('a call at midnight belongs to the new day, and to the duty day that lasts', async () => {
    const desk = await heldDesk();
    await desk.until('+00:00');
    await receive(desk);
    const count = async (day: string, basis: 'local' | 'duty') =>
      (await desk.by('officer').timeliness.report({ fromDay: day, toDay: day, basis })).total.instructions;
    expect([await count(DAY, 'local'), await count('2026-03-12', 'local')]).toEqual([0, 1]);
    expect([await count(DAY, 'duty'), await count('2026-03-12', 'duty')]).toEqual([1, 0]);
  });

  it('reads more than one step of rows, each once', async () => {
    const desk = await heldDesk();
    const one = await receive(desk);
    desk.raw((db) => {
      const copy = db.prepare(
        `INSERT INTO instruction (id, number, received_at, shift_id, version, state, open, duplicate_of, words, record)
         SELECT ?, ?, received_at, shift_id, version, state, open, duplicate_of, words, record FROM instruction WHERE id = ?`,
      );
      for (let n = 2; n <= 1001; n += 1) copy.run(`copy-${n}`, `2026-${String(n).padStart(6, '0')}`, one.id);
    });
    const { stages } = (await desk.by('officer').timeliness.report(today)).total;
    expect(stages.acceptance.measured).toBe(1001);
  });

  it.each([
    [{ fromDay: '2026-03-11', toDay: '2026-03-10' }, 'invalid:toDay:periodOrder'],
    [{ fromDay: '2025-01-01', toDay: '2026-03-10' }, 'invalid:toDay:periodTooLong'],
    [{ fromDay: '昨天', toDay: '2026-03-10' }, 'invalid:fromDay:date'],
  ])('%j is refused: %s', async (period, expected) => {
    const desk = await heldDesk();
    expect(await refusal(desk.by('officer').timeliness.report(period))).toBe(expected);
  });

  it('needs somebody signed in', async () => {
    const desk = await heldDesk();
    expect(await refusal(desk.by(null).timeliness.report(today))).toMatch(/^notAllowed/);
  });
});

it('the bulletin has the same figures by every grouping as the reports', async () => {
  const desk = await heldDesk();
  await aDay(desk);
  const ask = desk.by('officer').timeliness;
  const { report, groups } = await ask.bulletin(today);
  expect(report).toEqual(await ask.report(today));
  for (const by of groupings) expect(groups[by]).toEqual((await ask.report({ ...today, by })).groups);
  expect(await refusal(ask.bulletin({ fromDay: DAY, toDay: '2026-03-10' }))).toBe(
    'invalid:toDay:periodOrder',
  );
});

describe('timeliness.workbook', () => {
  it('is an .xlsx of the figures or of the late list', async () => {
    const desk = await heldDesk();
    await aDay(desk);
    for (const [sheet, name] of [
      ['figures', '110应急联动指令时效统计表'],
      ['late', '到场超时清单'],
    ] as const) {
      const book = await desk.by('officer').timeliness.workbook({ ...today, sheet });
      expect(book.fileName).toBe(`${name} ${DAY} ${DAY}.xlsx`);
      expect(Buffer.from(book.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('has the denominator beside every rate, and every class in a column of its own', async () => {
    const desk = await heldDesk();
    await aDay(desk);
    const table = figuresTable(await desk.by('officer').timeliness.report(today));
    const row = table.rows.find((r) => r[0] === '执法行动组' && r[2] === '到场');
    const cell = (header: string) => row?.[table.columns.findIndex((c) => c.header === header)];
    expect(['及时', '应计', '及时率', '已计', '≤10分', '≤45分', '≤1分', '更长'].map(cell)).toEqual([
      1,
      2,
      '50.0%',
      2,
      1,
      1,
      null,
      0,
    ]);
    expect(table.rows.every((r) => r.length === table.columns.length)).toBe(true);
  });

  it('says in the late list what was explained', async () => {
    const desk = await heldDesk();
    await aDay(desk);
    const { rows } = lateTable(await desk.by('officer').timeliness.report(today));
    expect(rows).toEqual([
      [
        1,
        '2026-000002',
        '望江路',
        '执法行动组',
        '3月11日 08:46',
        '3月11日 09:16',
        '3月11日 09:21',
        5,
        '道路积雪（3月11日 09:06 向110说明）',
      ],
    ]);
  });
});
