import { workbookReply, writeWorkbook } from '../office/xlsx.ts';
import type { Deps } from '../router.ts';
import { loadBulletin, loadReport } from './report.ts';
import { figuresTable, lateTable } from './workbook.ts';

export const timelinessHandlers = (os: Deps) => ({
  report: os.timeliness.report.handler(({ input, context }) => loadReport(context, input)),
  bulletin: os.timeliness.bulletin.handler(({ input, context }) => loadBulletin(context, input)),
  workbook: os.timeliness.workbook.handler(async ({ input, context }) => {
    const { sheet, ...period } = input;
    const report = await loadReport(context, period);
    const table = sheet === 'late' ? lateTable(report) : figuresTable(report);
    const name = `${table.title} ${period.fromDay} ${period.toDay}.xlsx`;
    return workbookReply(name, await writeWorkbook(table));
  }),
});
