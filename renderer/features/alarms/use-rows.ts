import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { acknowledge, useAlarms } from '../../app/alarms.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useAlarmFilter } from './use-alarm-filter.ts';

type Rows = { rows: readonly Alarm[]; total: number; onAcknowledge: ((id: string) => void) | null };

/** The rows of the tab in the address, and 确认 where they ring. */
export function useRows(): Rows {
  const { tab } = useAlarmFilter();
  const ringing = tab === 'active' || tab === 'silenced';
  const past = usePast(!ringing);
  const present = useRinging();
  return ringing ? present : past;
}

function usePast(enabled: boolean): Rows {
  const { filter, limit } = useAlarmFilter();
  const rows =
    useQuery(desk.alarms.history.queryOptions({ input: { ...filter, limit }, enabled })).data ?? [];
  const counted = useQuery(desk.alarms.responses.queryOptions({ input: filter, enabled })).data;
  return { rows, total: counted?.total ?? rows.length, onAcknowledge: null };
}

/**
 * What rings comes from the lamps' own list, one row for an alarm and its repeats; 消音 silences the whole seat until the
 * next raise, so all of it is on one of the two first tabs. What was answered here keeps its row and shows its response
 * until the tab is left: the next row must not come under the pointer.
 */
function useRinging(): Rows {
  const { tab, alarmClass, filter } = useAlarmFilter();
  const format = useFormat();
  const { silenced } = useAlarms();
  const active = useQuery(desk.alarms.active.queryOptions()).data ?? [];
  const [answered, setAnswered] = useState<{ tab: string; alarms: Alarm[] }>({ tab, alarms: [] });
  const here = answered.tab === tab ? answered.alarms : [];
  const sounding = silenced === (tab === 'silenced') ? active : [];
  const rows = [...sounding.filter((a) => !here.some((done) => done.id === a.id)), ...here]
    .filter((a) => {
      const on = format.isoDate(a.raisedAtMs);
      return (
        (alarmClass === null || a.class === alarmClass) &&
        (filter.fromDay === null || on >= filter.fromDay) &&
        (filter.toDay === null || on <= filter.toDay)
      );
    })
    .sort((a, b) => a.level - b.level || a.dueAtMs - b.dueAtMs || a.id.localeCompare(b.id));
  const onAcknowledge = async (id: string) => {
    const escalation = active.find((a) => a.id === id)?.escalation ?? null;
    const done = await acknowledge(id);
    if (!done) return;
    const row = { ...done, escalation };
    setAnswered((before) => ({
      tab,
      alarms: before.tab === tab ? [...before.alarms, row] : [row],
    }));
  };
  return { rows, total: rows.length, onAcknowledge: (id) => void onAcknowledge(id) };
}
