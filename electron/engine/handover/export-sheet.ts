import type { Sheet } from '../../../shared/handover/types.ts';
import { sheetPaper } from '../../../shared/papers/sheet-blocks.ts';
import type { Workbook } from '../../../shared/papers/types.ts';
import { buildApart } from '../office/apart.ts';
import { workbookReply } from '../office/xlsx.ts';

async function editable(sheet: Sheet, as: 'xlsx' | 'docx'): Promise<Workbook> {
  const paper = sheetPaper(sheet);
  const bytes = await buildApart('form-worker', { as, paper });
  return workbookReply(`${paper.title}（可编辑副本）.${as}`, bytes);
}

/** The handover sheet as a workbook that can be edited; it names the sealed paper that alone counts. */
export const handoverWorkbook = (sheet: Sheet): Promise<Workbook> => editable(sheet, 'xlsx');

/** The handover sheet as a .docx that can be edited; it names the sealed paper that alone counts. */
export const handoverDocument = (sheet: Sheet): Promise<Workbook> => editable(sheet, 'docx');
