import { useTranslation } from 'react-i18next';
import { isLateEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import css from './log.module.css';

/** When it happened; what was written down late says when. */
export function TimeCell({ times }: { times: { occurredAtMs: number; recordedAtMs: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { occurredAtMs, recordedAtMs } = times;
  return (
    <td className={css.time}>
      {format.near(occurredAtMs, recordedAtMs)}
      {isLateEntry(times) && (
        <span
          className={css.late}
          title={t(($) => $.log.lateHint, {
            occurred: format.dateTime(occurredAtMs),
            recorded: format.dateTime(recordedAtMs),
          })}
        >
          {t(($) => $.log.late, { at: format.time(recordedAtMs) })}
        </span>
      )}
    </td>
  );
}
