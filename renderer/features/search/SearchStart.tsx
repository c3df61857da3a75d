import { useTranslation } from 'react-i18next';
import css from './search.module.css';

/** What is typed as it is, whatever language the window speaks; null: nothing. */
const examples = {
  words: '占道经营',
  phone: '0012',
  initials: 'pxm',
  several: '新华街 广告牌',
  filters: null,
} as const;
const hints = Object.keys(examples) as (keyof typeof examples)[];

type Props = { recent: readonly string[]; onTake: (words: string) => void; onForget: () => void };

/** Nothing is asked yet: what was searched for last, and what can be typed. */
export function SearchStart({ recent, onTake, onForget }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.start}>
      {recent.length > 0 && (
        <section aria-label={t(($) => $.search.recent)}>
          <div className={css.startTitle}>
            <h2>{t(($) => $.search.recent)}</h2>
            <button type="button" className={css.link} onClick={onForget}>
              {t(($) => $.search.forget)}
            </button>
          </div>
          <ul className={css.recent}>
            {recent.map((words) => (
              <li key={words}>
                <button type="button" className={css.kind} onClick={() => onTake(words)}>
                  {words}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t(($) => $.search.hintTitle)}>
        <h2>{t(($) => $.search.hintTitle)}</h2>
        <dl className={css.hints}>
          {hints.map((hint) => (
            <div key={hint}>
              <dt>{examples[hint] ?? t(($) => $.search.untyped)}</dt>
              <dd>{t(($) => $.search.hint[hint])}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
