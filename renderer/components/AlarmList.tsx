import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { acknowledge, silence, useAlarms } from '../app/alarms.ts';
import { useFormat } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { wordOf } from '../locales/dynamic.ts';
import classes from './AlarmList.module.css';
import { Kbd } from './Kbd.tsx';
import { StateShape } from './StateShape.tsx';
import { Tag } from './Tag.tsx';

/** Every ringing alarm with its class in words; 消音 for the seat, 确认告警 for each. */
export function AlarmList({ onOpen }: { onOpen?: (instructionId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { alarms, silenced } = useAlarms();
  if (alarms.length === 0) return <p className={classes.none}>{t(($) => $.desk.alarm.none)}</p>;
  return (
    <div className={classes.list}>
      <header className={classes.head}>
        <strong>{t(($) => $.desk.alarm.count, { count: alarms.length })}</strong>
        <Button size="compact-sm" onClick={() => void silence()} disabled={silenced}>
          {t(($) => $.desk.alarm.silence)}&nbsp;<Kbd>F7</Kbd>
        </Button>
      </header>
      <ul className={classes.lines}>
        {alarms.map((alarm) => (
          <li key={alarm.id} className={classes.line} data-level={alarm.level}>
            <StateShape level={alarm.level} />
            <div className={classes.words}>
              <div>
                <strong>{wordOf('desk.alarm.class', alarm.class, alarm.class)}</strong>{' '}
                {alarm.missed && <Tag tone="warning">{t(($) => $.desk.alarm.missed)}</Tag>}{' '}
                {alarm.repeat > 0 && <Tag>{t(($) => $.desk.alarm.repeat, { count: alarm.repeat })}</Tag>}
              </div>
              <div className={classes.dim}>
                {onOpen && alarm.instructionId ? (
                  <button
                    type="button"
                    className={classes.link}
                    onClick={() => alarm.instructionId && onOpen(alarm.instructionId)}
                  >
                    {alarm.number} {alarm.place}
                  </button>
                ) : (
                  `${alarm.number} ${alarm.place}`
                )}
                {' · '}
                {format.near(alarm.dueAtMs, now)}
              </div>
            </div>
            {alarm.acknowledgeable && (
              <Button
                size="compact-sm"
                aria-label={t(($) => $.desk.alarm.acknowledge)}
                onClick={() => void acknowledge(alarm.id)}
              >
                {t(($) => $.desk.alarm.acknowledgeShort)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
