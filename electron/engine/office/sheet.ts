import { type Cell, type CellStyle, type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';

export type SheetCell = string | number | null;

export type SheetColumn = {
  header: string;
  /** In characters of the digit width; a Chinese character takes two. */
  width?: number;
  align?: 'left' | 'right' | 'center';
};

/** One list as a workbook shows it: a title over all columns, notes below it, the header, the rows. */
export type SheetTable = {
  sheetName: string;
  title: string;
  notes?: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
};

/** What one cell of the format holds. */
const MOST_LETTERS = 32_767;
const CUT = '……（过长，全文见系统）';
const DEFAULT_WIDTH = 14;
/** Characters that one A4 page across still shows readably. */
const PAGE_WIDTH = 170;

const line = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
/** On a table wider than a screen a title in its middle would not be seen. */
const titleStyle = (wide: boolean): CellStyle => ({
  font: { bold: true, size: 16 },
  alignment: { horizontal: wide ? 'left' : 'center', vertical: 'center' },
});
const noteStyle: CellStyle = { numFmt: '@', alignment: { horizontal: 'left', vertical: 'center' } };
const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEFEF' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

/** What a spreadsheet takes for the beginning of a formula when somebody edits the cell. */
const looksLikeFormula = (value: SheetCell | undefined): boolean =>
  typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value);

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, a file with one does not open
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as a file of the office formats can hold it: no forbidden characters, no more than one cell takes. */
export function cellText(value: string): string {
  const text = value.replaceAll('\r\n', '\n').replaceAll(forbidden, '').toWellFormed();
  if (text.length <= MOST_LETTERS) return text;
  return text.slice(0, MOST_LETTERS - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}

const cellValue = (value: SheetCell): CellValue => {
  if (typeof value !== 'number') return value === null ? null : cellText(value);
  return Number.isFinite(value) ? value : null;
};

const rowStyle = (column: SheetColumn, text: boolean): CellStyle => ({
  // The text format keeps a text a text, also after somebody edits the cell.
  ...(text ? { numFmt: '@' } : {}),
  border,
  alignment: { horizontal: column.align ?? (text ? 'left' : 'right'), vertical: 'top', wrapText: true },
});

/** A sheet's name as the format allows it. */
const safeSheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';

/**
 * One table as an .xlsx file: title over all columns, bold header that stays in sight and is printed on every page, A4
 * landscape, as many pages across as stay readable. Texts are always texts: one that begins like a formula is shown as it was typed and never computed.
 */
export async function buildWorkbook(table: SheetTable): Promise<Uint8Array> {
  const { columns, rows, notes = [] } = table;
  const last = columns.length - 1;
  const headerRow = 1 + notes.length;
  const cells = new Map<string, Partial<Cell>>();
  const wholeRow = (row: number, text: string, style: CellStyle): void => {
    cells.set(`${row},0`, { value: cellText(text), type: 'string', style });
  };
  const pagesWide = Math.ceil(columns.reduce((sum, c) => sum + (c.width ?? DEFAULT_WIDTH), 0) / PAGE_WIDTH);
  wholeRow(0, table.title, titleStyle(pagesWide > 1));
  for (const [n, note] of notes.entries()) wholeRow(n + 1, note, noteStyle);
  columns.forEach(({ header }, c) => {
    cells.set(`${headerRow},${c}`, { value: cellText(header), type: 'string', style: headerStyle });
  });
  const defs = columns.map((column, c): ColumnDef => {
    const text = !rows.some((row) => typeof row[c] === 'number');
    if (!text) defuse(rows, c, column, headerRow + 1, cells);
    return { width: column.width ?? DEFAULT_WIDTH, style: rowStyle(column, text) };
  });
  const head = Array.from({ length: headerRow + 1 }, (): CellValue[] => []);
  return writeXlsx({
    // Half the time of a table of shared texts, and every program reads it.
    stringMode: 'inline',
    defaultFont: { name: '宋体', size: 10.5 },
    properties: { title: table.title },
    sheets: [
      {
        name: safeSheetName(table.sheetName),
        columns: defs,
        rows: [...head, ...rows.map((row) => row.map(cellValue))],
        cells,
        merges: Array.from({ length: last > 0 ? headerRow : 0 }, (_, row) => ({
          startRow: row,
          startCol: 0,
          endRow: row,
          endCol: last,
        })),
        rowDefs: new Map([[0, { height: 30 }], ...rowHeights(table, headerRow + 1)]),
        freezePane: { rows: headerRow + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: Math.max(1, pagesWide),
          fitToHeight: 0,
          printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
          ...(pagesWide > 1 ? { printTitlesColumn: '$A:$A' } : {}),
        },
        headerFooter: { oddFooter: '&C第 &P / &N 页' },
      },
    ],
  });
}

const LINE_POINTS = 14.25;
/** The format knows no higher row; what is longer is read in the cell. */
const MOST_POINTS = 409;

/** A row is as high as its longest text needs: not every program works that out when it opens a file. */
function rowHeights({ rows, columns }: SheetTable, firstRow: number): [number, { height: number }][] {
  return rows.flatMap((row, r): [number, { height: number }][] => {
    const lines = Math.max(1, ...columns.map((c, n) => linesOf(row[n], c.width ?? DEFAULT_WIDTH)));
    if (lines === 1) return [];
    return [[firstRow + r, { height: Math.min(MOST_POINTS, lines * LINE_POINTS + 1) }]];
  });
}

/** How many lines a cell takes in a column; a Chinese character is as wide as two digits. */
function linesOf(value: SheetCell | undefined, width: number): number {
  if (typeof value !== 'string' || (value.length * 2 < width && !value.includes('\n'))) return 1;
  return value.split('\n').reduce((sum, line) => {
    const wide = line.length + (line.match(/[\u1100-\uffff]/g)?.length ?? 0);
    return sum + Math.max(1, Math.ceil(wide / Math.max(1, width - 1)));
  }, 0);
}

/** A text among the numbers of a column keeps its own format, so that it cannot become a formula either. */
function defuse(
  rows: SheetTable['rows'],
  c: number,
  column: SheetColumn,
  firstRow: number,
  cells: Map<string, Partial<Cell>>,
): void {
  rows.forEach((row, r) => {
    const value = row[c];
    if (typeof value !== 'string' || !looksLikeFormula(value)) return;
    cells.set(`${firstRow + r},${c}`, {
      value: cellText(value),
      type: 'string',
      style: rowStyle(column, true),
    });
  });
}
