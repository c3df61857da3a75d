import { useTranslation } from 'react-i18next';
import { missingElements } from '../../../shared/instructions/routing.ts';
import type { IntakeValues } from '../../components/intake-drafts.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './intake.module.css';

type Props = { values: IntakeValues; onUnlink: (patch: Partial<IntakeValues>) => void };

/** What is still to be asked, and what the call is linked to; always as high, so that nothing below ever moves. */
export function IntakeStatus({ values, onUnlink }: Props) {
  const { t } = useTranslation();
  const missing = missingElements(values);
  const { duplicateOf, earlier } = values;
  return (
    <div className={classes.status}>
      <div className={classes.missing} data-complete={missing.length === 0 || undefined} role="status">
        {missing.length === 0
          ? t(($) => $.instructions.hint.complete)
          : t(($) => $.instructions.hint.missing, {
              list: missing.map((m) => t(($) => $.intake.missing[m])).join(t(($) => $.common.listSeparator)),
            })}
      </div>
      <div className={classes.links}>
        {duplicateOf && (
          <LinkedLine
            tone="warning"
            words={t(($) => $.intake.linked, { number: duplicateOf.number, place: duplicateOf.place })}
            onUndo={() => onUnlink({ duplicateOf: null })}
          />
        )}
        {earlier && (
          <LinkedLine
            tone="accent"
            words={t(($) => $.intake.earlierMarked, {
              kind: t(($) => $.intake.repeat[earlier.kind]),
              number: earlier.number,
            })}
            onUndo={() => onUnlink({ earlier: null })}
          />
        )}
        {!duplicateOf && !earlier && <span className={classes.keys}>{t(($) => $.intake.keys)}</span>}
      </div>
    </div>
  );
}

function LinkedLine({
  tone,
  words,
  onUndo,
}: {
  tone: 'warning' | 'accent';
  words: string;
  onUndo: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.linked} title={words}>
      <Tag tone={tone}>{words}</Tag>
      <button type="button" className={classes.smallButton} onClick={onUndo} tabIndex={-1}>
        {t(($) => $.intake.undo)}
      </button>
    </div>
  );
}
