import { capitalAmount, yuanText } from '../../../shared/allowance/amount.ts';
import { sharesOf } from '../../../shared/allowance/by-person.ts';
import type { AllowanceSheet } from '../../../shared/allowance/types.ts';
import { kindWords, monthText, nightText, spanText } from '../../../shared/allowance/words.ts';
import { stampText } from '../../../shared/timeliness/words.ts';
import type { SheetCell, SheetTable } from '../office/xlsx.ts';

/** The sheet of a month: the lines of each person, their subtotal, the total at the end; amounts in yuan. */
export function allowanceTable(sheet: AllowanceSheet): SheetTable {
  const { timeZone, totalFen, totalTimes } = sheet;
  let n = 0;
  const rows = sharesOf(sheet.rows).flatMap((share): SheetCell[][] => [
    ...share.rows.map((r): SheetCell[] => {
      n += 1;
      return [
        ...[n, r.name, kindWords[r.kind], r.unitName, r.date, spanText(r, timeZone), r.number],
        ...[r.times, r.rateFen / 100, r.amountFen / 100, ''],
      ];
    }),
    [null, `${share.name} 小计`, '', '', '', '', '', share.times, null, share.amountFen / 100, ''],
  ]);
  return {
    sheetName: '夜间出勤补贴',
    title: `${monthText(sheet.month)}夜间出勤补贴发放表`,
    notes: [
      `${sheet.siteName} ${sheet.deskName}  夜间 ${nightText(sheet.night)}  截至 ${stampText(sheet.asOfMs, timeZone)}`,
      `合计 ${totalTimes} 次，${yuanText(totalFen)} 元（大写：${capitalAmount(totalFen)}）`,
    ],
    columns: [
      { header: '序号', width: 6 },
      { header: '姓名', width: 14 },
      { header: '类别', width: 14 },
      { header: '单位', width: 24 },
      { header: '日期', width: 12 },
      { header: '起止', width: 24 },
      { header: '指令号', width: 14 },
      { header: '次数', width: 7 },
      { header: '标准(元)', width: 10 },
      { header: '金额(元)', width: 11 },
      { header: '签领', width: 12 },
    ],
    rows: [...rows, [null, '合计', '', '', '', '', '', totalTimes, null, totalFen / 100, '']],
  };
}
