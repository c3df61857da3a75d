import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeOfAlarm } from '../app/alarms.ts';
import { useFormat } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { wordOf } from '../locales/dynamic.ts';
import classes from './AlarmList.module.css';
import { EscalationTag } from './EscalationTag.tsx';
import { StateShape } from './StateShape.tsx';
import type { SteadyLine } from './steady-lines.ts';
import { Tag } from './Tag.tsx';

type Props = {
  line: SteadyLine;
  /** Under the head of its class, which says the class already. */
  grouped: boolean;
  /** Opens the page of what the alarm is about. */
  onOpen?: (address: string) => void;
  onAcknowledge: (id: string, from: HTMLElement) => void;
};

/** One alarm: what, where, since when, how far it was carried up; 确认 while it rings. */
export function AlarmListLine({ line: { alarm, gone }, grouped, onOpen, onAcknowledge }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const where = [alarm.number, alarm.place].filter(Boolean).join(' ');
  const word = wordOf('desk.alarm.class', alarm.class, alarm.class);
  return (
    <li className={classes.line} data-level={alarm.level} data-gone={gone || undefined}>
      <span>{!gone && <StateShape level={alarm.level} />}</span>
      <div className={classes.words}>
        <div className={classes.tags}>
          {grouped ? <Where {...{ alarm, where, onOpen }} /> : <strong>{word}</strong>}
          {alarm.missed && <Tag tone="warning">{t(($) => $.desk.alarm.missed)}</Tag>}
          {alarm.repeat > 0 && <Tag>{t(($) => $.desk.alarm.repeat, { count: alarm.repeat })}</Tag>}
          {grouped && <span className={classes.dim}>{format.near(alarm.dueAtMs, now)}</span>}
        </div>
        {!grouped && (
          <div className={classes.dim}>
            <Where {...{ alarm, where, onOpen }} />
            {where !== '' && ' · '}
            {format.near(alarm.dueAtMs, now)}
          </div>
        )}
        {alarm.escalation && <EscalationTag escalation={alarm.escalation} />}
      </div>
      {gone && <span className={classes.dim}>{t(($) => $.alarms.list.gone)}</span>}
      {!gone && alarm.acknowledgeable && (
        <Button
          size="compact-sm"
          data-acknowledge
          aria-label={t(($) => $.desk.alarm.acknowledge)}
          aria-description={`${word} ${where}`}
          onClick={(event) => onAcknowledge(alarm.id, event.currentTarget)}
        >
          {t(($) => $.desk.alarm.acknowledgeShort)}
        </Button>
      )}
    </li>
  );
}

function Where({
  alarm,
  where,
  onOpen,
}: {
  alarm: SteadyLine['alarm'];
  where: string;
  onOpen?: (address: string) => void;
}) {
  const address = placeOfAlarm(alarm);
  if (!onOpen || address === null || where === '') return <>{where}</>;
  return (
    <button type="button" className={classes.link} onClick={() => onOpen(address)}>
      {where}
    </button>
  );
}
