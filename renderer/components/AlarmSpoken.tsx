import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlarmLine, useAlarms } from '../app/alarms.ts';
import { wordOf } from '../locales/dynamic.ts';

/** More than these are summed up: a screen reader must not read sixty lines. */
const EACH = 3;
/** What comes within this time is said once. */
const GATHER_MS = 1000;

const nameOf = (alarm: AlarmLine) => wordOf('desk.alarm.class', alarm.class, alarm.class);

/** What rings, read out and not seen: the lamps and the list show the same. A burst is one sentence with counts. */
export function AlarmSpoken() {
  const { t } = useTranslation();
  const { alarms } = useAlarms();
  const now = alarms.length <= EACH ? alarms.map(lineOf).join('\n') : summaryOf(alarms);
  const said = useGathered(now);
  return (
    <VisuallyHidden component="div" role="alert">
      {said.split('\n').map((text) => (
        <p key={text}>{text}</p>
      ))}
    </VisuallyHidden>
  );

  function lineOf(alarm: AlarmLine): string {
    const missed = alarm.missed ? t(($) => $.desk.alarm.missed) : '';
    return [nameOf(alarm), alarm.number, alarm.place, missed].filter(Boolean).join(' ');
  }

  function summaryOf(many: readonly AlarmLine[]): string {
    const counts = new Map<string, number>();
    for (const alarm of many) counts.set(nameOf(alarm), (counts.get(nameOf(alarm)) ?? 0) + 1);
    const list = [...counts].map(([kind, count]) => t(($) => $.alarms.spoken.kind, { kind, count }));
    return t(($) => $.alarms.spoken.summary, {
      count: many.length,
      list: list.join(t(($) => $.common.listSeparator)),
    });
  }
}

/** A text as it was a moment ago, so that a burst changes it once. */
function useGathered(text: string): string {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), GATHER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}
