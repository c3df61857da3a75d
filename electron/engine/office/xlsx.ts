import type { Workbook } from '../../../shared/papers/types.ts';
import { buildApart } from './apart.ts';
import { buildWorkbook, type SheetTable } from './sheet.ts';

export type { SheetCell, SheetColumn, SheetTable } from './sheet.ts';

/** Beyond this many cells a workbook is built in a thread of its own: the engine must answer and ring meanwhile. */
const MOST_IN_PLACE = 20_000;

/** One table as an .xlsx file, as `buildWorkbook` makes it; a long one does not hold up the engine. */
export function writeWorkbook(table: SheetTable): Promise<Uint8Array> {
  const cells = table.rows.length * table.columns.length;
  return cells > MOST_IN_PLACE ? buildApart('xlsx-worker', table) : buildWorkbook(table);
}

/** A workbook as it travels to the window: the name to suggest and its bytes. */
export const workbookReply = (fileName: string, bytes: Uint8Array): Workbook => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
});
