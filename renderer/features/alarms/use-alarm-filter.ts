import { type AlarmClass, alarmClasses } from '../../../shared/alarms/types.ts';
import type { AlarmFilter } from '../../../shared/contract/alarms.ts';
import { useRouteParams } from '../../app/route.ts';

/** The tabs of the page in their order. */
export const alarmTabs = ['active', 'silenced', 'acknowledged', 'past', 'all'] as const;
export type AlarmTab = (typeof alarmTabs)[number];

const statusOf = {
  active: 'active',
  silenced: 'active',
  acknowledged: 'acknowledged',
  past: 'settled',
  all: 'any',
} as const satisfies Record<AlarmTab, AlarmFilter['status']>;

const day = (text: string | null) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** Rows shown at first, and how many more at a time. */
export const PAGE = 200;

/** The filter of the page as its address says it: it survives a restart and can be linked to. */
export function useAlarmFilter() {
  const [params, change] = useRouteParams();
  const tab = alarmTabs.find((each) => each === params.get('tab')) ?? 'active';
  const alarmClass = alarmClasses.find((each): each is AlarmClass => each === params.get('class')) ?? null;
  const filter: AlarmFilter = {
    classes: alarmClass ? [alarmClass] : [],
    status: statusOf[tab],
    fromDay: day(params.get('from')),
    toDay: day(params.get('to')),
  };
  const limit = Math.min(100_000, Math.max(PAGE, Number(params.get('limit')) || PAGE));
  return { tab, alarmClass, filter, limit, change };
}
