import { dutyDayOf } from '../../shared/time/duty-day.ts';
import { localDate } from '../../shared/time/zone.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `03:12` or `1:03:12` from milliseconds; always without a sign. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Words for times, always in the site's zone and the window's language. */
export type Format = ReturnType<typeof makeFormat>;

/** Builds the formatter of one zone and language; screens use `useFormat`. */
export function makeFormat(timeZone: string, language: string, changeover = '08:30') {
  const zh = language.startsWith('zh');
  const locale = zh ? 'zh-CN' : 'en-GB';
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const clock = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clockSeconds = part({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const dayMonth = part({ month: zh ? 'numeric' : 'short', day: 'numeric' });
  const weekday = part({ weekday: zh ? 'long' : 'short' });

  const day = (ms: number) => dayMonth.format(ms).replace(/(\d+)\/(\d+)/, '$1月$2日');
  const time = (ms: number) => clock.format(ms);
  const minutesText = (minutes: number) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (zh) {
      if (hours === 0) return `${rest}分钟`;
      return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
    }
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  };
  return {
    timeZone,
    /** 02:40 */
    time,
    /** 02:40:07 */
    timeSeconds: (ms: number) => clockSeconds.format(ms),
    /** 3月12日 */
    day,
    /** 星期四 */
    weekday: (ms: number) => weekday.format(ms),
    /** 3月12日 02:40 */
    dateTime: (ms: number) => `${day(ms)} ${time(ms)}`,
    /** 02:40 on the duty day of `nowMs`, else with its date: a time alone must never mean another day. */
    near: (ms: number, nowMs: number) =>
      dutyDayOf(ms, { timeZone, changeover }) === dutyDayOf(nowMs, { timeZone, changeover })
        ? time(ms)
        : `${day(ms)} ${time(ms)}`,
    /** 3月11日 from `2026-03-11`. */
    localDay: (date: string) => {
      const [, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
      return zh
        ? `${month}月${dayOfMonth}日`
        : new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
            Date.UTC(2024, month - 1, dayOfMonth),
          );
    },
    /** `YYYY-MM-DD` in the site's zone. */
    isoDate: (ms: number) => localDate(ms, timeZone),
    /** 8分钟, 1小时15分; whole minutes, never below one for a positive duration. */
    duration: (ms: number) => minutesText(Math.max(ms > 0 ? 1 : 0, Math.round(Math.abs(ms) / 60_000))),
    /** 11 秒 */
    seconds: (n: number) => (zh ? `${n}秒` : `${n} s`),
  };
}
