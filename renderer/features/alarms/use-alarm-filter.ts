import { alarmFilterOf } from '../../../shared/alarms/filter.ts';
import { useRouteParams } from '../../app/route.ts';

/** Rows shown at first, and how many more at a time. */
export const PAGE = 200;

/** The filter of the page as its address says it: it survives a restart and can be linked to. */
export function useAlarmFilter() {
  const [params, change] = useRouteParams();
  const limit = Math.min(100_000, Math.max(PAGE, Number(params.get('limit')) || PAGE));
  // Of the page alone, not of its paper.
  const query = new URLSearchParams(params);
  query.delete('limit');
  return { ...alarmFilterOf((key) => params.get(key)), limit, change, form: `#/alarms?${query}` };
}
