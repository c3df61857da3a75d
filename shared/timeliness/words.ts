import { TZDate } from '@date-fns/tz';
import type { Grouping, LateRow, LeftOut, Rate, Stage, TimelinessReport } from './types.ts';

/*
 * What stands on paper and in workbooks is an official Chinese text whatever language the screen speaks; bulletin and workbook
 * take the same words from here.
 */

/** The four spans as the paper names them. */
export const stageWords: Record<Stage, string> = {
  acceptance: '签收',
  dispatch: '派送',
  arrival: '到场',
  reportBack: '反馈',
};

/** From what to what each span is measured. */
export const stageMeanings: Record<Stage, string> = {
  acceptance: '市联动中心下达至本台签收',
  dispatch: '签收至首次派送',
  arrival: '接令（未接令前自派送）至到场',
  reportBack: '处置结果报到本台至反馈110',
};

/** The ways to group, as the head of a table. */
export const groupingWords: Record<Grouping, string> = {
  team: '承办单位（行动组）',
  category: '类别',
  grid: '网格',
  hour: '签收时段',
};

/** What stands where a group has no name: never sent, no category, no grid. */
export const nowhereWords: Record<Grouping, string> = {
  team: '尚未派送',
  category: '未定类别',
  grid: '未定网格',
  hour: '不详',
};

/** The class of a bucket: `≤10分` for the first, `10–20分` between, `＞60分` for the last. */
export function bucketWord(buckets: readonly number[], at: number): string {
  const upper = buckets[at];
  const lower = buckets[at - 1];
  if (upper === undefined) return `＞${lower}分`;
  return lower === undefined ? `≤${upper}分` : `${lower}–${upper}分`;
}

/** A share in per cent with one decimal, `—` without a denominator. */
export const percent = ({ numerator, denominator }: Rate): string =>
  denominator === 0 ? '—' : `${((numerator / denominator) * 100).toFixed(1)}%`;

/** A rate with its denominator beside it, `92.3%（24/26）`; `—（0/0）` where nothing can be judged. */
export const rateText = (rate: Rate): string => `${percent(rate)}（${rate.numerator}/${rate.denominator}）`;

const two = (n: number) => String(n).padStart(2, '0');

/** `3月12日 02:40` in a zone. */
export function stampText(ms: number, timeZone: string): string {
  const d = new TZDate(ms, timeZone);
  return `${d.getMonth() + 1}月${d.getDate()}日 ${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** `2026年3月9日` from `2026-03-09`. */
export function dayText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The period as the head of a paper says it. */
export function periodText({ period, fromMs, toMs, timeZone }: TimelinessReport): string {
  const { fromDay, toDay, basis } = period;
  if (basis === 'duty') return `${stampText(fromMs, timeZone)} 至 ${stampText(toMs, timeZone)}`;
  return fromDay === toDay ? dayText(fromDay) : `${dayText(fromDay)} 至 ${dayText(toDay)}`;
}

/** What was explained for a late team, one sentence; never empty. */
export function explanationText(row: LateRow, timeZone: string): string {
  if (row.explanations.length === 0) return '未说明';
  return row.explanations
    .map((e) => `${e.reason}（${stampText(e.explainedAtMs, timeZone)} 向${e.explainedTo}说明）`)
    .join('；');
}

/** How a late team ended: arrived, called back, or not there yet. */
export function arrivalText(row: LateRow, timeZone: string): string {
  if (row.arrivedAtMs !== null) return stampText(row.arrivedAtMs, timeZone);
  return row.recalledAtMs === null ? '未到场' : `${stampText(row.recalledAtMs, timeZone)} 撤回`;
}

/** What no figure counts, one sentence; empty when nothing was left out. */
export function leftOutText({ declined, duplicates, voided, backEntered }: LeftOut): string {
  const parts = [
    declined > 0 ? `不属受理范围 ${declined} 件` : '',
    duplicates > 0 ? `重复并入 ${duplicates} 件` : '',
    voided > 0 ? `作废 ${voided} 件` : '',
  ].filter(Boolean);
  const late = backEntered > 0 ? `补录 ${backEntered} 件不计反馈用时。` : '';
  return `${parts.length > 0 ? `另有${parts.join('、')}，未计入。` : ''}${late}`;
}
