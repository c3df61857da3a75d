import { useTranslation } from 'react-i18next';
import { answerSeconds, type LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import classes from '../LogTimeline.module.css';
import { LongText } from '../LongText.tsx';
import { Tag } from '../Tag.tsx';

/** One entry: kind, who, what; what was corrected stays, struck through. */
export function LogEntryLine({ entry, actions }: { entry: LogEntry; actions?: React.ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const seconds = answerSeconds(entry);
  const before = entry.corrections.map((_, n) =>
    n === 0 ? entry.original : (entry.corrections[n - 1]?.text ?? ''),
  );
  return (
    <>
      <div className={classes.kind}>
        <Tag>{t(($) => $.common.logKind[entry.kind])}</Tag>
      </div>
      <div className={classes.body}>
        {before.map((text, n) => (
          <del key={entry.corrections[n]?.recordedAtMs ?? n} className={classes.struck}>
            {text}
          </del>
        ))}
        <div>
          {entry.important && (
            <>
              <Tag tone="critical">{t(($) => $.desk.timeline.important)}</Tag>{' '}
            </>
          )}
          {entry.title && <strong>{entry.title} </strong>}
          {(entry.from || entry.phone) && (
            <span className={classes.from}>
              {entry.from} {entry.phone}{' '}
            </span>
          )}
          <LongText text={entry.text} />
          {entry.handling && <span className={classes.from}> {entry.handling}</span>}
        </div>
        <div className={classes.tags}>
          {seconds !== null && <Tag>{t(($) => $.desk.timeline.answer, { seconds })}</Tag>}
          {entry.corrections.map((c) => (
            <Tag key={c.recordedAtMs}>
              {t(($) => $.desk.timeline.corrected, {
                time: format.near(c.recordedAtMs, now),
                reason: c.reason,
              })}
            </Tag>
          ))}
          {entry.followUps.map((f) =>
            f.doneAtMs === null ? (
              <Tag key={f.id} tone="warning">
                {t(($) => $.desk.timeline.followUpTo, { time: format.near(f.dueAtMs, now), owner: f.owner })}
              </Tag>
            ) : (
              <Tag key={f.id} tone="good">
                {t(($) => $.desk.timeline.followUpDone)}
              </Tag>
            ),
          )}
        </div>
      </div>
      <div className={classes.who}>
        {entry.actorName}
        {actions}
      </div>
    </>
  );
}
