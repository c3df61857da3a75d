import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { LongText } from '../../components/LongText.tsx';
import css from './form.module.css';
import { useValueWords } from './value-words.ts';

/** Every correction of an entry, oldest first: what was struck, what came instead, why, by whom and when. */
export function CorrectionChain({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords(entry.kind);
  if (entry.corrections.length === 0) return null;
  return (
    <ol className={css.chain} aria-label={t(($) => $.log.correct.chain)}>
      {entry.corrections.map((c, n) => {
        const before = entry.corrections[n - 1]?.text ?? entry.original;
        return (
          <li key={c.recordedAtMs}>
            <span className={css.dim}>
              {t(($) => $.log.corrected, {
                at: format.near(c.recordedAtMs, entry.recordedAtMs),
                reason: c.reason,
                by: c.actorName,
              })}
            </span>
            {before !== c.text && (
              <div>
                <del className={css.struck}>
                  <LongText text={before} />
                </del>
                <LongText text={c.text} />
              </div>
            )}
            {c.changes.map((change) => (
              <div key={change.field}>
                {words.label(change.field)}
                {t(($) => $.log.colon)}
                <del className={css.dim}>{words.value(change.field, change.before)}</del>{' '}
                {words.value(change.field, change.after)}
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
