import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textsBefore } from '../../../shared/duty-log/history.ts';
import { answerSeconds, type LogEntry } from '../../../shared/duty-log/types.ts';
import { navigate } from '../../app/route.ts';
import classes from '../LogTimeline.module.css';
import { LongText } from '../LongText.tsx';
import { Tag } from '../Tag.tsx';
import { EntryMarks } from './EntryMarks.tsx';

/** One entry: kind, who, what; what was corrected stays, struck through. Its kind opens it whole. */
export const LogEntryLine = memo(function LogEntryLine({
  entry,
  actions,
}: {
  entry: LogEntry;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const seconds = answerSeconds(entry);
  const kind = t(($) => $.common.logKind[entry.kind]);
  return (
    <>
      <div className={classes.kind}>
        <button
          type="button"
          className={classes.open}
          aria-label={t(($) => $.log.entry.openKind, { kind })}
          title={t(($) => $.log.entry.title)}
          onClick={() => navigate(`/log?entry=${entry.id}`)}
        >
          <Tag>{kind}</Tag>
        </button>
      </div>
      <div className={classes.body}>
        {textsBefore(entry).map(({ value, by }) => (
          <del key={by.recordedAtMs} className={classes.struck}>
            {value}
          </del>
        ))}
        <div>
          {entry.important && (
            <>
              <Tag tone="critical">{t(($) => $.desk.timeline.important)}</Tag>{' '}
            </>
          )}
          {entry.title && entry.title !== entry.text && <strong>{entry.title} </strong>}
          {(entry.from || entry.phone) && (
            <span className={classes.from}>
              {entry.from} {entry.phone}{' '}
            </span>
          )}
          <LongText text={entry.text} />
          {entry.handling && <span className={classes.from}> {entry.handling}</span>}
        </div>
        {seconds !== null && (
          <div className={classes.tags}>
            <Tag>{t(($) => $.desk.timeline.answer, { seconds })}</Tag>
          </div>
        )}
        <EntryMarks entry={entry} />
      </div>
      <div className={classes.who}>
        {entry.actorName}
        {actions}
      </div>
    </>
  );
});
