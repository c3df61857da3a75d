import { workbookReply, writeWorkbook } from '../office/xlsx.ts';
import type { Deps } from '../router.ts';
import { loadSheet } from './sheet.ts';
import { allowanceTable } from './workbook.ts';

export const allowanceHandlers = (os: Deps) => ({
  month: os.allowance.month.handler(({ input, context }) => loadSheet(context, input.month)),
  workbook: os.allowance.workbook.handler(async ({ input, context }) => {
    const table = allowanceTable(await loadSheet(context, input.month));
    return workbookReply(`${table.title}.xlsx`, await writeWorkbook(table));
  }),
});
