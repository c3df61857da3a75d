import type { PersonKind } from '../people/types.ts';
import { stampText } from '../timeliness/words.ts';
import type { AllowanceRow, AttendanceEnd } from './types.ts';

/** Kinds of people as the sheet writes them. */
export const kindWords: Record<PersonKind, string> = {
  regular: '正式',
  auxiliary: '协管员',
  sanitation: '环卫作业工人',
};

/** What stands behind an end that nobody entered. */
export const endWords: Record<AttendanceEnd, string> = { returned: '', assumed: '（推定）', out: '（在外）' };

/** `2026年3月` from `2026-03`. */
export function monthText(month: string): string {
  const [year, of] = month.split('-').map(Number);
  return `${year}年${of}月`;
}

/** `22:00–次日06:00`. */
export const nightText = ([from, to]: readonly [string, string]): string =>
  `${from}–${to > from ? '' : '次日'}${to}`;

/** When a team was out, `3月11日 23:00–3月12日 01:10（推定）`, the second date only where it is another. */
export function spanText(
  { fromMs, toMs, end }: Pick<AllowanceRow, 'fromMs' | 'toMs' | 'end'>,
  timeZone: string,
) {
  const from = stampText(fromMs, timeZone);
  const to = stampText(toMs, timeZone);
  const [day] = from.split(' ');
  return `${from}–${to.startsWith(`${day} `) ? to.slice(`${day} `.length) : to}${endWords[end]}`;
}
