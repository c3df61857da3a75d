import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { isLate } from '../../../shared/instructions/clock.ts';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { registerFields } from '../../../shared/papers/register.ts';
import { act, group, receive } from '../testing/acts.ts';
import { at, cast, heldDesk, refusal, type TestDesk } from '../testing/harness.ts';
import { writtenTime } from './register-time.ts';

const time = writtenTime('Asia/Shanghai');
const list = async (desk: TestDesk, filter: Partial<InstructionFilter>) =>
  (await desk.by('liaison').instructions.list(filter)).rows.map((i) => i.place);

/** Four instructions of a morning: one late and closed, one open, one voided, one linked to the first. */
async function morning(desk: TestDesk) {
  await desk.until('09:00');
  const first = await receive(desk, {
    place: '新华街口',
    caller: '王先生',
    phone: '138-0000-1234',
    categoryNo: 2,
  });
  await act(desk, first.id, 'dispatch', { to: group(desk), takenBy: cast.member });
  await desk.until('09:45');
  await act(desk, first.id, 'delayed');
  await act(desk, first.id, 'onScene');
  const second = await receive(desk, { place: '站前广场', zone: 'other', text: '占道经营\n第二行' });
  const third = await receive(desk, { place: '老地方', centreNo: '110-77' });
  await act(desk, third.id, 'void');
  const fourth = await receive(desk, { place: '新华街与民族街', caller: '', phone: '0951-5012345' });
  await act(desk, fourth.id, 'duplicate', { ofId: first.id });
  return { first, second, third, fourth };
}

describe('the list shows what its filter says', () => {
  test.each<[string, Partial<InstructionFilter>, string[]]>([
    ['everything, newest first', {}, ['新华街与民族街', '老地方', '站前广场', '新华街口']],
    ['a state', { states: ['received'] }, ['站前广场']],
    ['a category', { categoryNo: 2 }, ['新华街口']],
    ['a zone', { zone: 'other' }, ['站前广场']],
    ['late teams', { late: true }, ['新华街口']],
    [
      'the day',
      { fromDay: '2026-03-11', toDay: '2026-03-11' },
      ['新华街与民族街', '老地方', '站前广场', '新华街口'],
    ],
    ['another day', { fromDay: '2026-03-12' }, []],
    ['the duty day', { dutyDay: '2026-03-11', zone: 'other' }, ['站前广场']],
    ['words', { words: '新华' }, ['新华街与民族街', '新华街口']],
    ['a part of the telephone number', { words: '00001234' }, ['新华街口']],
    ['our number', { words: '000003' }, ['老地方']],
    ['the number of the centre', { words: '110-77' }, ['老地方']],
    ['words that say nothing', { words: '，。' }, []],
    [
      'words and a day',
      { words: '新华', fromDay: '2026-03-11', toDay: '2026-03-11', categoryNo: 2 },
      ['新华街口'],
    ],
    ['words of another day', { words: '新华', toDay: '2026-03-10' }, []],
    ['open ones of a day and a zone', { states: ['received'], dutyDay: '2026-03-11', zone: 'mainUrban' }, []],
  ])('%s', async (_name, filter, expected) => {
    const desk = await heldDesk();
    await morning(desk);
    expect(await list(desk, filter)).toEqual(expected);
  });

  test('a team that was sent', async () => {
    const desk = await heldDesk();
    await morning(desk);
    expect(await list(desk, { targetId: group(desk).id })).toEqual(['新华街口']);
  });

  test('a list of thousands is read to its end, and its pages follow each other', async () => {
    const desk = await heldDesk();
    const { first } = await morning(desk);
    desk.raw((db) => {
      const copy = db.prepare(
        `INSERT INTO instruction (id, number, received_at, shift_id, version, state, open, duplicate_of, words, record)
         SELECT ?, ?, received_at, shift_id, version, state, open, duplicate_of, words, record FROM instruction WHERE id = ?`,
      );
      for (let n = 5; n <= 2504; n += 1)
        copy.run(`copy-${n}`, `2026-${String(n).padStart(6, '0')}`, first.id);
    });
    for (const filter of [{ late: true }, { categoryNo: 2, fromDay: '2026-03-11' }, { categoryNo: 2 }]) {
      const { total, rows } = await desk.by('lead').instructions.list({ ...filter, offset: 2500, limit: 5 });
      expect([total, rows.map((i) => i.number)], JSON.stringify(filter)).toEqual([2501, ['2026-000001']]);
    }
  });

  test('late in the database is late by the rule, at every instant', async () => {
    const desk = await heldDesk();
    const { first, second } = await morning(desk);
    await act(desk, second.id, 'dispatch');
    for (const clock of ['10:00', '10:44', '10:46', '12:00']) {
      await desk.until(clock);
      const live = await desk.by('liaison').instructions.live();
      const byRule = live.filter((i) => i.dispatches.some((d) => isLate(d, desk.clock.now())));
      const byList = await list(desk, { late: true, states: ['dispatched', 'onScene'] });
      expect([...byList].sort()).toEqual(byRule.map((i) => i.place).sort());
    }
    expect(first.number).toBe('2026-000001');
  });

  test('pages follow each other by offset and by number', async () => {
    const desk = await heldDesk();
    await morning(desk);
    const page = (over: object) => desk.by('liaison').instructions.list({ limit: 2, ...over });
    const one = await page({});
    const two = await page({ offset: 2 });
    expect([one.total, two.total]).toEqual([4, 4]);
    expect((await page({ beforeNumber: one.rows.at(-1)?.number })).rows).toEqual(two.rows);
  });
});

describe('the register', () => {
  test('oldest first, with names, links and what the filter says', async () => {
    const desk = await heldDesk();
    const { first } = await morning(desk);
    const register = await desk.by('lead').instructions.register({ words: '新华' });
    expect(register.title).toBe('含“新华”');
    expect(register.total).toBe(2);
    expect(register.rows.map((r) => r.number)).toEqual(['2026-000001', '2026-000004']);
    const [original, duplicate] = register.rows;
    expect(original?.receivedByName).toBe(cast.liaison);
    expect(original?.duplicates.map((d) => d.number)).toEqual(['2026-000004']);
    expect(duplicate?.originalNumber).toBe(first.number);
  });

  test('what is linked by way of another stands with the first, as on its own page', async () => {
    const desk = await heldDesk();
    const [a, b, c] = [await receive(desk), await receive(desk), await receive(desk)];
    await act(desk, c.id, 'duplicate', { ofId: b.id });
    await act(desk, b.id, 'duplicate', { ofId: a.id });
    const { rows } = await desk.by('lead').instructions.register({});
    expect(rows.map((r) => r.duplicates.map((d) => d.number))).toEqual([
      [b.number, c.number],
      [c.number],
      [],
    ]);
    const detail = await desk.by('lead').instructions.get({ id: a.id });
    expect(rows[0]?.duplicates.map((d) => d.number)).toEqual(detail.duplicates.map((d) => d.number));
  });

  test('every column of the form is filled from the record, late with its reason', async () => {
    const desk = await heldDesk();
    const { first } = await morning(desk);
    await act(desk, first.id, 'confirmScope');
    await act(desk, first.id, 'correct', { field: 'zone', zone: 'other', reason: '听错' });
    await act(desk, first.id, 'correct', { field: 'category', text: '1', reason: '看错' });
    const register = await desk.by('lead').instructions.register({});
    const row = register.rows[0];
    if (!row) throw new Error('no row');
    const fields = registerFields(row, time, desk.clock.now());
    expect(fields).toMatchObject({
      number: '2026-000001',
      received: '2026-03-11 09:00',
      caller: '王先生',
      phone: '138-0000-1234',
      zone: '其它区域',
      team: '执法行动组',
      takenBy: cast.member,
      arrived: '2026-03-11 09:45',
      deadline: '2026-03-11 10:00',
      scene: '现场有序',
      scope: '属',
      state: '处置中',
    });
    expect(fields.remarks).toContain('更正区域：原“主城区”改为“其它区域”，听错');
    expect(fields.remarks).toMatch(/更正类别：原“.+”改为“.+”，看错/);
    expect(fields.remarks).toContain('重复指令 2026-000004');
  });

  test('the workbook holds the same texts, and none of them is a formula', async () => {
    const desk = await heldDesk();
    await desk.until('09:00');
    await receive(desk, { place: '=HYPERLINK("x")', text: '+86 来电' });
    const { fileName, base64 } = await desk.by('lead').instructions.workbook({});
    expect(fileName).toBe('110联动登记表-2026-03-11.xlsx');
    const book = await readXlsx(Buffer.from(base64, 'base64'));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[2]?.[0]).toBe('全部指令 · 共 1 件 · 2026-03-11 09:00 导出');
    expect(rows[3]?.slice(0, 4)).toEqual(['编号', '指令编号', '下达时间', '签收时间']);
    expect(rows[4]).toContain('=HYPERLINK("x")');
    expect(rows[4]).toContain('+86 来电');
  });

  test('too many for one paper is refused by name, the workbook still goes', async () => {
    const desk = await heldDesk();
    await desk.until('09:00');
    const one = await receive(desk);
    desk.raw((db) => {
      const row = db.prepare('SELECT * FROM instruction WHERE id = ?').get(one.id) as Record<string, unknown>;
      const columns = Object.keys(row);
      const insert = db.prepare(
        `INSERT INTO instruction (${columns.join()}) VALUES (${columns.map((c) => `@${c}`).join()})`,
      );
      for (let n = 2; n <= 2001; n += 1)
        insert.run({ ...row, id: `i${n}`, number: `2026-${String(n).padStart(6, '0')}` });
    });
    expect(await refusal(desk.by('lead').instructions.register({}))).toBe('conflict:tooManyRows');
    const { base64 } = await desk.by('lead').instructions.workbook({});
    const book = await readXlsx(Buffer.from(base64, 'base64'));
    expect(book.sheets[0]?.rows.length).toBe(2001 + 4);
  });
});

test('day and time are those of the site', () => {
  expect(time(at('09:05'))).toBe('2026-03-11 09:05');
});
