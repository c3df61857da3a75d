import type { PersonKind } from '../people/types.ts';
import { addDays, localDate } from '../time/zone.ts';
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

/** When a team was out, seen from the evening of its night: `23:00–次日01:10（推定）`, the day named only where it changes. */
export function spanText(
  { date, fromMs, toMs, end }: Pick<AllowanceRow, 'date' | 'fromMs' | 'toMs' | 'end'>,
  timeZone: string,
): string {
  const part = (ms: number) => {
    const [day = '', clock = ''] = stampText(ms, timeZone).split(' ');
    const own = localDate(ms, timeZone);
    if (own === date) return { day: '', clock };
    return { day: own === addDays(date, 1) ? '次日' : `${day} `, clock };
  };
  const [from, to] = [part(fromMs), part(toMs)];
  return `${from.day}${from.clock}–${to.day === from.day ? '' : to.day}${to.clock}${endWords[end]}`;
}
