import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCKED_DESK } from '../../../shared/alarms/words.ts';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { placeOfAlarm } from '../../app/alarms.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { EscalationTag } from '../../components/EscalationTag.tsx';
import { useGridKeys } from '../../components/grid-keys.ts';
import { StateShape } from '../../components/StateShape.tsx';
import { Tag } from '../../components/Tag.tsx';
import classes from './alarms.module.css';
import { useResponseText } from './response-text.ts';

type Props = { rows: readonly Alarm[]; total: number; onAcknowledge: ((id: string) => void) | null };

/** The alarms as a grid: ↑↓ PgUp PgDn Home End move, Enter opens what it is about, Space acknowledges what rings. */
export function AlarmGrid({ rows, total, onAcknowledge }: Props) {
  const { t } = useTranslation();
  const open = (index: number) => {
    const alarm = rows[index];
    const address = alarm ? placeOfAlarm(alarm) : null;
    if (address !== null) navigate(address);
  };
  const { gridProps, rowProps } = useGridKeys(rows.length, open);
  return (
    <table {...gridProps} aria-rowcount={total} className={classes.grid} aria-label={t(($) => $.alarms.grid)}>
      <colgroup>
        <col className={classes.class} />
        <col className={classes.number} />
        <col />
        <col className={classes.time} />
        <col className={classes.time} />
        <col className={classes.answer} />
        <col className={classes.time} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.alarms.column.class)}</th>
          <th scope="col">{t(($) => $.alarms.column.number)}</th>
          <th scope="col">{t(($) => $.alarms.column.place)}</th>
          <th scope="col">{t(($) => $.alarms.column.due)}</th>
          <th scope="col">{t(($) => $.alarms.column.raised)}</th>
          <th scope="col">{t(($) => $.alarms.column.acknowledged)}</th>
          <th scope="col">{t(($) => $.alarms.column.settled)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((alarm, n) => (
          <tr
            key={alarm.id}
            {...rowProps(n)}
            data-opens={placeOfAlarm(alarm) !== null || undefined}
            onClick={() => open(n)}
            onKeyDown={(event) => {
              if (event.key !== ' ' || event.target !== event.currentTarget || !onAcknowledge) return;
              event.preventDefault();
              if (!alarm.acknowledged) onAcknowledge(alarm.id);
            }}
          >
            <Row alarm={alarm} onAcknowledge={onAcknowledge} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Row({ alarm, onAcknowledge }: { alarm: Alarm } & Pick<Props, 'onAcknowledge'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const near = (ms: number) => format.near(ms, now);
  const responseText = useResponseText();
  const ack = alarm.acknowledged;
  return (
    <>
      <td>
        <div className={classes.name}>
          <StateShape level={alarm.level} />
          <strong>{t(($) => $.desk.alarm.class[alarm.class])}</strong>
        </div>
        <div className={classes.tags}>
          <span className={classes.dim}>{t(($) => $.alarms.level, { level: alarm.level })}</span>
          {alarm.missed && <Tag tone="warning">{t(($) => $.desk.alarm.missed)}</Tag>}
          {alarm.repeat > 0 && <Tag>{t(($) => $.desk.alarm.repeat, { count: alarm.repeat })}</Tag>}
        </div>
      </td>
      <td className={classes.nowrap}>{alarm.number}</td>
      <td>
        {alarm.place}
        {alarm.escalation && (
          <div>
            <EscalationTag escalation={alarm.escalation} />
          </div>
        )}
      </td>
      <td>{near(alarm.dueAtMs)}</td>
      <td>{near(alarm.raisedAtMs)}</td>
      <td>
        {ack && (
          <>
            <div>
              {ack.byName === LOCKED_DESK ? t(($) => $.alarms.byDesk) : ack.byName} {near(ack.atMs)}
            </div>
            <div className={classes.dim}>
              {t(($) => $.alarms.column.response)} {responseText(ack.atMs - alarm.raisedAtMs)}
            </div>
          </>
        )}
        {onAcknowledge && !ack && (
          <Button
            size="compact-sm"
            aria-label={t(($) => $.desk.alarm.acknowledge)}
            onClick={(event) => {
              event.stopPropagation();
              onAcknowledge(alarm.id);
            }}
          >
            {t(($) => $.desk.alarm.acknowledgeShort)}
          </Button>
        )}
      </td>
      <td>{alarm.settledAtMs !== null && near(alarm.settledAtMs)}</td>
    </>
  );
}
