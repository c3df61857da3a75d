import { TZDate } from '@date-fns/tz';
import { addDays, localDate } from '../time/zone.ts';

const two = (n: number) => String(n).padStart(2, '0');
const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** How one sheet writes instants: in the zone of its site, short on its own duty day. */
export type PaperClock = {
  /** `08:24`, or `3月12日 08:24` when it is neither the duty day nor the following one. */
  time: (ms: number) => string;
  /** `08:29:41` to the second, as signatures need it. */
  seconds: (ms: number) => string;
  /** `3月12日 17:00`. */
  dayTime: (ms: number) => string;
  /** `2026年3月12日 08:30`. */
  full: (ms: number) => string;
  /** `星期三` of the instant's day. */
  weekday: (ms: number) => string;
};

/** The clock of a sheet for a duty day (YYYY-MM-DD) in a zone. */
export function paperClock(dutyDay: string, timeZone: string): PaperClock {
  const ownDays = [dutyDay, addDays(dutyDay, 1)];
  const at = (ms: number) => new TZDate(ms, timeZone);
  const date = (d: TZDate) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  const hm = (d: TZDate) => `${two(d.getHours())}:${two(d.getMinutes())}`;
  const md = (d: TZDate) => `${d.getMonth() + 1}月${d.getDate()}日`;
  return {
    time: (ms) => {
      const d = at(ms);
      return ownDays.includes(date(d)) ? hm(d) : `${md(d)} ${hm(d)}`;
    },
    seconds: (ms) => {
      const d = at(ms);
      return `${hm(d)}:${two(d.getSeconds())}`;
    },
    dayTime: (ms) => {
      const d = at(ms);
      return `${md(d)} ${hm(d)}`;
    },
    full: (ms) => {
      const d = at(ms);
      return `${d.getFullYear()}年${md(d)} ${hm(d)}`;
    },
    weekday: (ms) => weekdays[at(ms).getDay()] ?? '',
  };
}

/** How a form that may cover a year writes instants. */
export type FormTime = {
  /** `03-11 09:12`, with its year where that is not the year of the paper. */
  dayTime: (ms: number) => string;
  /** `2026年3月11日 09:12`. */
  full: (ms: number) => string;
  /** `09:12` on the day of `ofMs`, which stands beside it in full; any other with its day. */
  near: (ms: number, ofMs: number) => string;
  /** `09:12:05`. */
  seconds: (ms: number) => string;
  /** `2026年3月11日`. */
  day: (ms: number) => string;
};

/** The times of a form printed at an instant, in the zone of its site. */
export function formTime(timeZone: string, printedAtMs: number): FormTime {
  const at = (ms: number) => new TZDate(ms, timeZone);
  const thisYear = at(printedAtMs).getFullYear();
  const hm = (d: TZDate) => `${two(d.getHours())}:${two(d.getMinutes())}`;
  const dayTime = (ms: number) => {
    const d = at(ms);
    const year = d.getFullYear() === thisYear ? '' : `${d.getFullYear()}-`;
    return `${year}${two(d.getMonth() + 1)}-${two(d.getDate())} ${hm(d)}`;
  };
  return {
    dayTime,
    seconds: (ms) => `${hm(at(ms))}:${two(at(ms).getSeconds())}`,
    day: (ms) => {
      const d = at(ms);
      return `${d.getFullYear()}年${d.getMonth() + 1}月${d.getDate()}日`;
    },
    near: (ms, ofMs) => (localDate(ms, timeZone) === localDate(ofMs, timeZone) ? hm(at(ms)) : dayTime(ms)),
    full: (ms) => {
      const d = at(ms);
      return `${d.getFullYear()}年${d.getMonth() + 1}月${d.getDate()}日 ${hm(d)}`;
    },
  };
}

/** `2026年3月11日` of a calendar date `2026-03-11`. */
export function dayWords(date: string): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}
