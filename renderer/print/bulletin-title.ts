import { addDays } from '../../shared/time/zone.ts';
import { monthEnd, weekStart } from '../../shared/timeliness/period.ts';
import type { Period } from '../../shared/timeliness/types.ts';

/** What a bulletin is called by its period: a day, a week from Monday, a calendar month, anything else. */
export function bulletinTitle({ fromDay, toDay }: Pick<Period, 'fromDay' | 'toDay'>): string {
  const kind = () => {
    if (fromDay === toDay) return '日报';
    if (weekStart(fromDay) === fromDay && addDays(fromDay, 6) === toDay) return '周报';
    if (fromDay.endsWith('-01') && monthEnd(fromDay) === toDay) return '月报';
    return '通报';
  };
  return `110应急联动时效${kind()}`;
}
