import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type SheetTable, workbookReply, writeWorkbook } from './xlsx.ts';

const table: SheetTable = {
  sheetName: '110联动登记表',
  title: '110联动登记表',
  notes: ['2026年3月12日', '共 2 件'],
  columns: [{ header: '编号' }, { header: '内容', width: 40 }, { header: '次数', align: 'right' }],
  rows: [
    ['2026-000001', '广告牌要掉', 3],
    ['2026-000002', '第一行\n第二行', null],
  ],
};

async function readBack(sheet: SheetTable) {
  const book = await readXlsx(await writeWorkbook(sheet), { readStyles: true });
  const first = book.sheets[0];
  if (!first) throw new Error('no sheet');
  return first;
}

test('what was written is what is read: title, notes, header, rows, numbers as numbers', async () => {
  const sheet = await readBack(table);
  expect(sheet.name).toBe('110联动登记表');
  expect(sheet.rows.map((row) => row.map((v) => v ?? ''))).toEqual([
    ['110联动登记表', '', ''],
    ['2026年3月12日', '', ''],
    ['共 2 件', '', ''],
    ['编号', '内容', '次数'],
    ['2026-000001', '广告牌要掉', 3],
    ['2026-000002', '第一行\n第二行', ''],
  ]);
});

test('the title spans all columns, the header is bold and stays in sight', async () => {
  const sheet = await readBack(table);
  expect(sheet.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 2 });
  expect(sheet.freezePane?.rows).toBe(4);
  expect(sheet.cells?.get('3,0')?.style?.font?.bold).toBe(true);
  expect(sheet.columns?.[1]?.width).toBe(40);
});

test.each(['=1+1', '+8613800000000', '-5', '@SUM(A1)', '\t=1', '=cmd|"/c calc"!A1'])(
  'a text like %j is a text and no formula, in a column of texts and in one of numbers',
  async (awkward) => {
    const sheet = await readBack({
      ...table,
      rows: [
        ['2026-000001', awkward, 3],
        [awkward, '', awkward],
      ],
    });
    for (const where of ['4,1', '5,0', '5,2']) {
      const cell = sheet.cells?.get(where);
      expect(cell?.value).toBe(awkward);
      expect(cell?.type).toBe('string');
      expect(cell?.formula).toBeUndefined();
      expect(cell?.style?.numFmt).toBe('@');
    }
    expect(sheet.cells?.get('4,2')?.value ?? sheet.rows[4]?.[2]).toBe(3);
  },
);

test('characters that a file cannot hold are left out, the rest is kept', async () => {
  const sheet = await readBack({ ...table, rows: [['a\u0001b\u{1F6A8}', 'x'.repeat(40_000), Number.NaN]] });
  expect(sheet.rows[4]?.[0]).toBe('ab\u{1F6A8}');
  const long = String(sheet.rows[4]?.[1]);
  expect(long.length).toBe(32_767);
  expect(long.endsWith('全文见系统）')).toBe(true);
});

test('a row is as high as its longest text, never higher than the format allows', async () => {
  const rows = [
    ['a', 'b', 1],
    ['a', '第一行\n第二行', 2],
    ['a', '字'.repeat(60), 3],
    ['a', '行\n'.repeat(200), 4],
  ];
  const sheet = await readBack({ ...table, rows });
  const height = (row: number) => sheet.rowDefs?.get(row)?.height;
  expect([4, 5, 6, 7].map(height)).toEqual([undefined, 29.5, 58, 409]);
});

test('an empty list still has its header, and a sheet name with forbidden characters is made fit', async () => {
  const sheet = await readBack({ ...table, sheetName: '[迟到]:清单/*?', rows: [] });
  expect(sheet.name).toBe('迟到  清单');
  expect(sheet.rows.at(-1)).toEqual(['编号', '内容', '次数']);
});

test('travels as base64', async () => {
  const bytes = await writeWorkbook(table);
  const reply = workbookReply('登记表.xlsx', bytes);
  expect(reply.fileName).toBe('登记表.xlsx');
  expect(Buffer.from(reply.base64, 'base64').equals(Buffer.from(bytes))).toBe(true);
});

test('a long list is built apart, and the engine goes on meanwhile', async () => {
  const rows = Array.from({ length: 7000 }, (_, n) => [`2026-${n}`, `内容 ${n}`, n]);
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 5);
  const bytes = await writeWorkbook({ ...table, rows });
  clearInterval(ticking);
  const book = await readXlsx(bytes);
  expect(book.sheets[0]?.rows.length).toBe(7000 + 4);
  expect(book.sheets[0]?.rows.at(-1)).toEqual(['2026-6999', '内容 6999', 6999]);
  expect(ticks).toBeGreaterThan(5);
});
