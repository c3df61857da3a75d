import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  FORM_COLUMNS,
  type FormBlock,
  type FormCell,
  type FormPaper,
} from '../../../shared/papers/form-blocks.ts';
import { cellText } from './sheet.ts';

/** Twentieths of a point, as the format counts. */
const mm = (n: number) => Math.round((n * 1440) / 25.4);
const page = { width: mm(210), height: mm(297) };
const margin = { top: mm(12), right: mm(14), bottom: mm(15), left: mm(25), footer: mm(8) };
const CONTENT = page.width - margin.left - margin.right;
const COLUMN = Math.floor(CONTENT / FORM_COLUMNS);
/** Half points: 五号 is 10.5 pt. */
const BODY = 21;
const SMALL = 16;
const GREY = 'EFEFEF';

type Words = { bold?: boolean; size?: number };

/** A text of several lines as the runs of one paragraph. */
const runs = (text: string, { bold = false, size = BODY }: Words = {}): TextRun[] =>
  cellText(text)
    .split('\n')
    .map((part, n) => new TextRun({ text: part, bold, size, ...(n > 0 ? { break: 1 } : {}) }));

const paragraph = (text: string, words: Words = {}, centred = false) =>
  new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: runs(text, words),
  });

const boxed = (cell: FormCell, grey: boolean, tall: boolean) =>
  new TableCell({
    columnSpan: cell.width,
    width: { size: cell.width * COLUMN, type: WidthType.DXA },
    verticalAlign: tall ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { top: mm(0.6), bottom: mm(0.6), left: mm(1.2), right: mm(1.2) },
    ...(grey ? { shading: { type: ShadingType.CLEAR, fill: GREY, color: 'auto' } } : {}),
    children: [paragraph(cell.text, { bold: cell.label ?? false }, cell.label || cell.centre)],
  });

type TableBlock = Extract<FormBlock, { kind: 'band' | 'heads' | 'row' }>;

function rowOf(block: TableBlock): TableRow {
  if (block.kind === 'band') {
    const cell = { text: block.text, width: FORM_COLUMNS };
    return new TableRow({ cantSplit: true, children: [boxedBand(cell)] });
  }
  const tall = block.kind === 'row' && block.tall === true;
  return new TableRow({
    // A long text may run over the page's end, a short row may not.
    cantSplit: block.cells.every((c) => c.text.length < 400),
    ...(tall ? { height: { value: mm(18), rule: 'atLeast' as const } } : {}),
    children: block.cells.map((c) => boxed(c, block.kind === 'heads', tall)),
  });
}

const boxedBand = (cell: FormCell) =>
  new TableCell({
    columnSpan: cell.width,
    width: { size: CONTENT, type: WidthType.DXA },
    margins: { top: mm(0.6), bottom: mm(0.6), left: mm(1.2), right: mm(1.2) },
    shading: { type: ShadingType.CLEAR, fill: GREY, color: 'auto' },
    children: [paragraph(cell.text, { bold: true })],
  });

const isTable = (block: FormBlock): block is TableBlock =>
  block.kind === 'band' || block.kind === 'heads' || block.kind === 'row';

function wordsOf(block: Exclude<FormBlock, TableBlock>): Paragraph {
  if ('text' in block)
    return paragraph(block.text, block.kind === 'title' ? { bold: true, size: 36 } : {}, true);
  if (block.kind === 'note') return paragraph(block.texts.join('\n'), { size: SMALL });
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: CONTENT }],
    children: runs(block.texts.join('\t')),
  });
}

/** Blocks of the table that follow each other are one table: two would not lie flush. */
function childrenOf(blocks: readonly FormBlock[]): (Paragraph | Table)[] {
  const children: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const close = () => {
    if (rows.length > 0) children.push(table(rows));
    rows = [];
  };
  for (const block of blocks) {
    if (isTable(block)) rows.push(rowOf(block));
    else {
      close();
      children.push(wordsOf(block));
    }
  }
  close();
  return children;
}

const table = (rows: TableRow[]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: COLUMN * FORM_COLUMNS, type: WidthType.DXA },
    columnWidths: Array.from({ length: FORM_COLUMNS }, () => COLUMN),
    rows,
  });

const foot = (note: string) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: CONTENT }],
        children: [
          new TextRun({ text: `${note}\t`, size: SMALL }),
          new TextRun({
            size: SMALL,
            children: ['第 ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });

/** A paper as a .docx file on A4 portrait that a word processor can edit; its foot says on every page that it is a copy. */
export async function buildFormDocument(paper: FormPaper): Promise<Uint8Array> {
  const document = new Document({
    title: cellText(paper.title),
    creator: '值班台',
    styles: {
      default: {
        document: {
          run: { font: { ascii: 'Noto Sans SC', hAnsi: 'Noto Sans SC', eastAsia: '宋体' }, size: BODY },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: page, margin } },
        footers: { default: foot('可编辑副本，以封存原件为准') },
        children: childrenOf(paper.blocks),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
