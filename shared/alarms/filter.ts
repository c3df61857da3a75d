import { z } from 'zod';
import { localDate } from '../fields.ts';
import { addDays } from '../time/zone.ts';
import { type AlarmClass, alarmClasses } from './types.ts';

/**
 * Which alarms are asked for. `acknowledged`: somebody has, its thing still owed; `settled`: its thing is recorded. Days are
 * the local dates of the raise, both included.
 */
export const alarmFilterSchema = z.object({
  classes: z.array(z.enum(alarmClasses)).default([]),
  status: z.enum(['any', 'active', 'acknowledged', 'settled']).default('any'),
  fromDay: localDate().nullable().default(null),
  toDay: localDate().nullable().default(null),
});
export type AlarmFilter = z.infer<typeof alarmFilterSchema>;

/** So many days are read when none are asked for: alarms of years say nothing of how they are answered now. */
export const RECENT_DAYS = 31;

/** The filter with the days it is read for: the last 31 where it names none. What is still owed is shown however old. */
export function withDays(filter: AlarmFilter, today: string): AlarmFilter {
  const owed = filter.status === 'active' || filter.status === 'acknowledged';
  if (owed || filter.fromDay !== null || filter.toDay !== null) return filter;
  return { ...filter, fromDay: addDays(today, 1 - RECENT_DAYS) };
}

/** The tabs of the alarm desk in their order; silenced is this seat's own and no status of the record. */
export const alarmTabs = ['active', 'silenced', 'acknowledged', 'past', 'all'] as const;
export type AlarmTab = (typeof alarmTabs)[number];

const statusOf = {
  active: 'active',
  silenced: 'active',
  acknowledged: 'acknowledged',
  past: 'settled',
  all: 'any',
} as const satisfies Record<AlarmTab, AlarmFilter['status']>;

const day = (text: string | null) => (localDate().safeParse(text).success ? text : null);

/** The filter that an address says, of the page as of the paper; what cannot be read does not filter. */
export function alarmFilterOf(get: (key: string) => string | null): {
  tab: AlarmTab;
  alarmClass: AlarmClass | null;
  filter: AlarmFilter;
} {
  const tab = alarmTabs.find((each) => each === get('tab')) ?? 'active';
  const alarmClass = alarmClasses.find((each) => each === get('class')) ?? null;
  return {
    tab,
    alarmClass,
    filter: {
      classes: alarmClass ? [alarmClass] : [],
      status: statusOf[tab],
      fromDay: day(get('from')),
      toDay: day(get('to')),
    },
  };
}
