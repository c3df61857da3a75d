import { TZDate } from '@date-fns/tz';

const two = (n: number) => String(n).padStart(2, '0');

/** How lists write an instant, `2026-03-11 09:12` in the site's zone: sorts as text, and a spreadsheet reads it. */
export const writtenTime =
  (timeZone: string) =>
  (ms: number): string => {
    const d = new TZDate(ms, timeZone);
    return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`;
  };
