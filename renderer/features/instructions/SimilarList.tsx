import { useTranslation } from 'react-i18next';
import type { Similar } from '../../../shared/instructions/intake.ts';
import { useFormat } from '../../app/format.ts';
import { LongText } from '../../components/LongText.tsx';
import classes from './knowledge.module.css';

type Props = {
  similar: readonly Similar[];
  /** Opens one; without it the number is no button (an intake is not left by a slip). */
  onOpen?: (id: string) => void;
};

/** Past instructions whole: where, what, who handled them, how, and how long it took. */
export function SimilarList({ similar, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {similar.map((s) => (
        <article key={s.id} className={classes.similar} aria-label={`${s.number} ${s.place}`}>
          <div className={classes.nearbyHead}>
            {onOpen ? (
              <button type="button" className={classes.open} onClick={() => onOpen(s.id)}>
                {s.number}
              </button>
            ) : (
              <strong>{s.number}</strong>
            )}
            <span className={classes.when}>{format.dateTime(s.receivedAtMs)}</span>
          </div>
          <p className={classes.similarText}>
            <strong>{s.place}</strong> <LongText text={s.text} />
          </p>
          <dl className={classes.how}>
            <dt>{t(($) => $.intake.who)}</dt>
            <dd>{s.teams.join(t(($) => $.common.listSeparator)) || '—'}</dd>
            <dt>{t(($) => $.intake.outcome[s.outcome.kind])}</dt>
            <dd>
              <LongText text={s.outcome.text} />
            </dd>
            <dt>{t(($) => $.intake.took)}</dt>
            <dd>{s.tookMs === null ? t(($) => $.intake.notClosed) : format.duration(s.tookMs)}</dd>
          </dl>
        </article>
      ))}
    </>
  );
}
