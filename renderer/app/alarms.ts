import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Alarm, Escalation } from '../../shared/contract/alarms.ts';
import type { AlarmSignal } from '../../shared/protocol.ts';
import { bridge } from './bridge.ts';
import { desk, deskClient, shell } from './client.ts';
import { useEngine } from './engine.ts';
import { notifyError } from './errors.ts';
import { entryAddress } from './route.ts';

/** One ringing alarm as the window shows it. */
export type AlarmLine = {
  id: string;
  /** The same for every repeat of one alarm: class and what it is about. */
  run: string;
  class: string;
  level: 1 | 2 | 3;
  number: string;
  place: string;
  dueAtMs: number;
  repeat: number;
  missed: boolean;
  instructionId: string | null;
  /** The log entry it is about: an urgent paper, a follow-up of an entry. */
  entry: Alarm['entry'];
  /** To whom it was carried up because nobody acknowledged it. */
  escalation: Escalation | null;
  /** False while the engine is away: main rings from its own file, and there is nothing yet to acknowledge. */
  acknowledgeable: boolean;
};

type Heard = { active: AlarmSignal[]; silenced: boolean };
let heard: Heard = { active: [], silenced: false };
const listeners = new Set<() => void>();

bridge.onEvent((event) => {
  if (event.t !== 'alarms') return;
  heard = { active: event.active, silenced: event.silenced };
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const fromSignal = (signal: AlarmSignal): AlarmLine => ({
  id: signal.id,
  run: signal.id,
  class: signal.class,
  level: signal.level,
  number: '',
  place: signal.text,
  dueAtMs: signal.dueAtMs,
  repeat: signal.repeat,
  missed: false,
  instructionId: null,
  entry: null,
  escalation: null,
  acknowledgeable: false,
});

const byUrgency = (a: AlarmLine, b: AlarmLine) => a.level - b.level || a.dueAtMs - b.dueAtMs;

/** What rings now, most urgent first, and whether this seat's sound is off. */
export function useAlarms(): { alarms: AlarmLine[]; silenced: boolean } {
  const ringing = useSyncExternalStore(subscribe, () => heard);
  const engine = useEngine();
  const active = useQuery(desk.alarms.active.queryOptions()).data;
  const lines =
    engine.status === 'up' && active
      ? active.map((a): AlarmLine => ({ ...a, run: `${a.class}:${a.subjectId}`, acknowledgeable: true }))
      : ringing.active.map(fromSignal);
  return { alarms: lines.sort(byUrgency), silenced: ringing.silenced };
}

/** The page of what an alarm is about; null for one that has none of its own (the handover's is its page). */
export function placeOfAlarm(alarm: Pick<AlarmLine, 'instructionId' | 'entry' | 'class'>): string | null {
  if (alarm.instructionId !== null) return `/instructions/${alarm.instructionId}`;
  if (alarm.entry !== null) return entryAddress(alarm.entry);
  return alarm.class === 'handoverLate' ? '/handover' : null;
}

/** 消音: this seat, until the next raise or repeat. */
export async function silence(): Promise<void> {
  try {
    await shell({ op: 'silence' });
  } catch (error) {
    notifyError(error);
  }
}

/** 确认告警: recorded with name and time; works while locked. The alarm as recorded, null when it was refused (and said). */
export async function acknowledge(id: string): Promise<Alarm | null> {
  try {
    return await deskClient.alarms.acknowledge({ id });
  } catch (error) {
    notifyError(error);
    return null;
  }
}

/** More than these are not answered blindly: F8 opens their list. */
const FEW = 3;

/** How the list was opened: by key it takes the focus. */
export type ListOpenedBy = 'key' | 'mouse' | null;
let listOpen: ListOpenedBy = null;
const listListeners = new Set<() => void>();

/** Opens the list of ringing alarms under the lamps, or closes it (null). */
export function showAlarmList(by: ListOpenedBy): void {
  listOpen = by;
  for (const listener of listListeners) listener();
}

const subscribeList = (listener: () => void) => {
  listListeners.add(listener);
  return () => listListeners.delete(listener);
};

/** Whether the list of ringing alarms is open, and by what. */
export const useAlarmListOpen = (): ListOpenedBy => useSyncExternalStore(subscribeList, () => listOpen);

/** F8: acknowledges the most urgent of a few; many are listed instead, to be answered one after the other. */
export function answerAlarms(alarms: readonly AlarmLine[]): void {
  const answerable = alarms.filter((a) => a.acknowledgeable);
  const [first] = answerable;
  if (!first) return;
  if (answerable.length > FEW) showAlarmList('key');
  else void acknowledge(first.id);
}
