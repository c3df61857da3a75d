import { conflict } from '../../../shared/errors.ts';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { registerColumns, registerFields } from '../../../shared/papers/register.ts';
import type { Workbook } from '../../../shared/papers/types.ts';
import { localDate } from '../../../shared/time/zone.ts';
import type { Context } from '../context.ts';
import { workbookReply, writeWorkbook } from '../office/xlsx.ts';
import { siteAt } from '../settings/store.ts';
import { filteredNumbers } from './list.ts';
import { registerRows } from './register.ts';
import { writtenTime } from './register-time.ts';
import { registerTitle } from './register-title.ts';

const MOST_ROWS = 20_000;
const TITLE = '110联动登记表';

/** The same register as a workbook; `conflict: tooManyRows` beyond 20,000. */
export async function registerWorkbook(context: Context, filter: InstructionFilter): Promise<Workbook> {
  const { db, nowMs } = context;
  const numbers = await filteredNumbers(db, filter, nowMs);
  const total = numbers.length;
  if (total > MOST_ROWS) throw conflict('tooManyRows', String(total));
  const site = await siteAt(db, nowMs);
  const time = writtenTime(site.timeZone);
  const rows: string[][] = [];
  for await (const portion of registerRows(db, numbers, nowMs)) {
    for (const row of portion) {
      const fields = registerFields(row, time, nowMs);
      rows.push(registerColumns.map(({ key }) => fields[key]));
    }
  }
  const bytes = await writeWorkbook({
    sheetName: TITLE,
    title: TITLE,
    notes: [
      `${site.name} ${site.deskName}`,
      `${await registerTitle(db, filter)} · 共 ${total} 件 · ${time(nowMs)} 导出`,
    ],
    columns: registerColumns.map(({ header, width }) => ({ header, width })),
    rows,
  });
  return workbookReply(`${TITLE}-${localDate(nowMs, site.timeZone)}.xlsx`, bytes);
}
