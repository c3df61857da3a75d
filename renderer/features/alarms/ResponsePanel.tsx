import { useTranslation } from 'react-i18next';
import type { ResponseTimes } from '../../../shared/alarms/response.ts';
import { alarmLevel } from '../../../shared/alarms/types.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import classes from './alarms.module.css';
import { useResponseText } from './response-text.ts';

/** How soon each class was acknowledged, the denominator beside every figure; `period` where the filter names no days. */
export function ResponsePanel({ rows, period }: { rows: readonly ResponseTimes[]; period: string }) {
  const { t } = useTranslation();
  const text = useResponseText();
  const title = t(($) => $.alarms.response.title);
  return (
    <Panel
      fill
      flush
      title={title}
      note={period}
      className={classes.side}
      foot={<p className={classes.foot}>{t(($) => $.alarms.response.note)}</p>}
    >
      {rows.length === 0 ? (
        <p className={classes.none}>{t(($) => $.alarms.response.empty)}</p>
      ) : (
        <ul className={classes.figures} aria-label={title}>
          {rows.map((r) => (
            <li key={r.class}>
              <div className={classes.name}>
                <StateShape level={alarmLevel[r.class]} />
                <strong>{t(($) => $.desk.alarm.class[r.class])}</strong>
              </div>
              <dl className={classes.facts}>
                <Fact name={t(($) => $.alarms.response.acknowledged)}>
                  {t(($) => $.alarms.response.of, { part: r.acknowledged, count: r.count })}
                </Fact>
                {r.medianMs !== null && (
                  <Fact name={t(($) => $.alarms.response.median)}>{text(r.medianMs)}</Fact>
                )}
                {r.p90Ms !== null && <Fact name={t(($) => $.alarms.response.p90)}>{text(r.p90Ms)}</Fact>}
                {r.settledOnly > 0 && (
                  <Fact name={t(($) => $.alarms.response.settledOnly)}>
                    {t(($) => $.alarms.response.of, { part: r.settledOnly, count: r.count })}
                  </Fact>
                )}
                {r.open > 0 && (
                  <Fact name={t(($) => $.alarms.response.open)}>
                    {t(($) => $.alarms.response.of, { part: r.open, count: r.count })}
                  </Fact>
                )}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
