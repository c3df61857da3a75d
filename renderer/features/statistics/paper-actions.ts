import i18next from 'i18next';
import type { Period } from '../../../shared/timeliness/types.ts';
import { deskClient } from '../../app/client.ts';
import { exportWorkbook, previewPaper, savePaper } from '../../app/papers.ts';
import type { Days } from './period-choice.ts';

/** Who the foot of a paper names as having printed it. */
export type Printer = { name: string } | null;

const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

/** The address of the bulletin in the print window; the paper shows all groupings, so it names none. */
export function bulletinAddress({ fromDay, toDay, basis }: Days, printer: Printer): string {
  const about = { ...(basis === 'duty' ? { basis } : {}), ...(printer ? { who: printer.name } : {}) };
  const rest = query(about);
  return `#/bulletin?from=${fromDay}&to=${toDay}${rest && `&${rest}`}`;
}

/** The address of a month's allowance sheet in the print window. */
export const allowanceAddress = (month: string, printer: Printer): string =>
  `#/allowance/${month}${printer ? `?${query({ who: printer.name })}` : ''}`;

const titleOf = (kind: 'bulletin' | 'figures' | 'late', { fromDay: from, toDay: to }: Days) =>
  i18next.t(($) => $.timeliness.paper[kind], { from, to });

/** What leaves the timeliness page: the bulletin on paper or as PDF, the figures or the late list as a workbook. */
export const timelinessPapers = (days: Days, by: Period['by'], printer: Printer) => ({
  print: () => previewPaper(bulletinAddress(days, printer), titleOf('bulletin', days), 'bulletin'),
  pdf: () => savePaper(bulletinAddress(days, printer), titleOf('bulletin', days), 'bulletin'),
  figures: () =>
    exportWorkbook(
      () => deskClient.timeliness.workbook({ ...days, by, sheet: 'figures' }),
      'bulletin',
      titleOf('figures', days),
    ),
  late: () =>
    exportWorkbook(
      () => deskClient.timeliness.workbook({ ...days, by, sheet: 'late' }),
      'lateList',
      titleOf('late', days),
    ),
});

/** What leaves the allowance tab: the sheet on paper, as PDF or as a workbook. */
export const allowancePapers = (month: string, printer: Printer) => {
  const title = i18next.t(($) => $.allowance.paper, { month });
  const form = allowanceAddress(month, printer);
  return {
    print: () => previewPaper(form, title, 'allowance'),
    pdf: () => savePaper(form, title, 'allowance'),
    xlsx: () => exportWorkbook(() => deskClient.allowance.workbook({ month }), 'allowance', title),
  };
};
