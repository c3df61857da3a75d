import { useTranslation } from 'react-i18next';
import { allows } from '../../../shared/instructions/lifecycle.ts';
import type { ActionName } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import type { Fresh } from './ActionFresh.ts';
import classes from './forms.module.css';
import { useSummary } from './summary-words.ts';

/** Whether the record, as it stands now, still lets this be done. */
export const stillPossible = (fresh: Fresh, action: ActionName): boolean => allows(action, fresh.now.state);

/** Says over an open form what others recorded meanwhile, and why the last press was refused. Nothing typed is lost. */
export function ActionChanged({ fresh, action }: { fresh: Fresh; action: ActionName }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const summary = useSummary(fresh.now);
  const { news, refusal } = fresh;
  if (news.length === 0 && refusal === null) return null;
  return (
    <div className={classes.changed} role="alert">
      {refusal !== null && <p>{refusal}</p>}
      {news.length > 0 && (
        <>
          <p>
            <strong>{t(($) => $.instructions.changed.title, { count: news.length })}</strong>
          </p>
          <ul>
            {news.map((event) => (
              <li key={event.id}>
                {t(($) => $.instructions.changed.line, {
                  who: event.actorName,
                  time: format.near(event.recordedAtMs, now),
                })}{' '}
                {summary(event)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {stillPossible(fresh, action)
          ? t(($) => $.instructions.changed.kept)
          : t(($) => $.instructions.changed.impossible, {
              state: t(($) => $.instructions.state[fresh.now.state]),
            })}
      </p>
    </div>
  );
}
