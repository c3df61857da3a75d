import { useTranslation } from 'react-i18next';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { LongText } from '../../components/LongText.tsx';
import classes from './DetailPage.module.css';
import { beforeOf, summaryOf } from './summary.ts';

/** Everything that happened, in the order of recording; both times where they differ. */
export function DetailTimeline({ detail }: { detail: InstructionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const categories = useSettings()?.categories;
  const categoryName = (no: string) => categories?.find((c) => String(c.no) === no)?.short ?? no;
  const i = detail.instruction;
  // The receipt itself is the first line below, in the words of the record.
  const events = detail.events.filter((event) => (event.name as string) !== 'receive');
  return (
    <ol className={classes.lines}>
      <li className={classes.event}>
        <time>{format.near(i.receivedAtMs, now)}</time>
        <span>{t(($) => $.instructions.summary.receive, { text: i.place })}</span>
        <span className={classes.who}>{detail.receivedByName}</span>
      </li>
      {events.map((event) => {
        const before = beforeOf(event, format, categoryName);
        const apart = Math.abs(event.recordedAtMs - event.occurredAtMs) >= MINUTE;
        return (
          <li key={event.id} className={classes.event}>
            <time>{format.near(event.occurredAtMs, now)}</time>
            <span>
              <LongText text={summaryOf(event, format, categoryName)} />
            </span>
            <span className={classes.who}>{event.actorName}</span>
            {(apart || before !== '') && (
              <span className={`${classes.recorded} ${classes.dim}`}>
                {apart &&
                  t(($) => $.instructions.detail.recordedAt, {
                    time: format.near(event.recordedAtMs, now),
                  })}{' '}
                {before !== '' && <del>{t(($) => $.instructions.detail.before, { value: before })}</del>}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
