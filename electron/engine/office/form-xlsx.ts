import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx';
import {
  FORM_COLUMNS,
  type FormBlock,
  type FormCell,
  type FormPaper,
} from '../../../shared/papers/form-blocks.ts';
import { cellText } from './sheet.ts';

/** 24 columns of this width fill an A4 portrait page. */
const COLUMN_WIDTH = 3.9;
const LINE_POINTS = 14.5;
const MOST_POINTS = 409;
const TALL_POINTS = 52;

const line = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEFEF' } } as const;
type Horizontal = 'left' | 'center' | 'right';
const aligned = (horizontal: Horizontal, vertical: 'top' | 'center' = 'center') => ({
  horizontal,
  vertical,
  wrapText: true,
});

/** Texts are texts, also after somebody edits the cell: nothing is ever computed. */
const boxed = (cell: FormCell, tall: boolean): CellStyle => ({
  numFmt: '@',
  border,
  ...(cell.label ? { font: { bold: true } } : {}),
  alignment: aligned(cell.label || cell.centre ? 'center' : 'left', tall ? 'top' : 'center'),
});

type Placed = { text: string; width: number; style: CellStyle };

/** A block as the cells of one row of the workbook. */
function placed(block: FormBlock): Placed[] {
  const all = (text: string, style: CellStyle): Placed[] => [{ text, width: FORM_COLUMNS, style }];
  switch (block.kind) {
    case 'title':
      return all(block.text, { font: { bold: true, size: 18 }, alignment: aligned('center') });
    case 'subtitle':
      return all(block.text, { alignment: aligned('center') });
    case 'line':
      return all(block.texts.join('　　'), { numFmt: '@', alignment: aligned('left') });
    case 'note':
      return all(block.texts.join('\n'), { numFmt: '@', font: { size: 9 }, alignment: aligned('left') });
    case 'band':
      return all(block.text, { font: { bold: true }, fill: grey, border, alignment: aligned('left') });
    case 'heads':
      return block.cells.map((c) => ({
        text: c.text,
        width: c.width,
        style: { ...boxed(c, false), fill: grey },
      }));
    case 'row':
      return block.cells.map((c) => ({ text: c.text, width: c.width, style: boxed(c, block.tall ?? false) }));
  }
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, part) => {
    const letters = part.length + (part.match(/[\u1100-\uffff]/g)?.length ?? 0);
    return sum + Math.max(1, Math.ceil(letters / (width * COLUMN_WIDTH - 1)));
  }, 0);

function heightOf(block: FormBlock, cells: readonly Placed[]): number {
  if (block.kind === 'title') return 32;
  const lines = Math.max(...cells.map((c) => linesOf(c.text, c.width)));
  const least = block.kind === 'row' && block.tall ? TALL_POINTS : 0;
  return Math.min(MOST_POINTS, Math.max(least, lines * LINE_POINTS + 4));
}

/** A paper as an .xlsx file that lies on A4 portrait like its form: merged cells on one grid of narrow columns. */
export async function buildFormWorkbook(paper: FormPaper): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const heights = new Map<number, { height: number }>();
  paper.blocks.forEach((block, row) => {
    const parts = placed(block);
    let column = 0;
    for (const { text, width, style } of parts) {
      // Every cell of a merge has the border, or it would show on one side only.
      for (let c = column; c < column + width; c++) {
        const value = c === column ? cellText(text) : '';
        cells.set(`${row},${c}`, { value, type: 'string', style });
      }
      if (width > 1)
        merges.push({ startRow: row, startCol: column, endRow: row, endCol: column + width - 1 });
      column += width;
    }
    heights.set(row, { height: heightOf(block, parts) });
  });
  return writeXlsx({
    stringMode: 'inline',
    defaultFont: { name: '宋体', size: 10.5 },
    properties: { title: paper.title },
    sheets: [
      {
        name: '交接班记录表',
        columns: Array.from({ length: FORM_COLUMNS }, () => ({ width: COLUMN_WIDTH })),
        rows: paper.blocks.map(() => []),
        cells,
        merges,
        rowDefs: heights,
        pageSetup: {
          paperSize: 'a4',
          orientation: 'portrait',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
        headerFooter: { oddFooter: '&L可编辑副本，以封存原件为准&R第 &P / &N 页' },
      },
    ],
  });
}
