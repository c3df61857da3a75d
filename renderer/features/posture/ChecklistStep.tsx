import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PostureStep } from '../../../shared/posture/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Tag } from '../../components/Tag.tsx';
import css from './posture.module.css';

type Props = {
  step: PostureStep;
  editable: boolean;
  onTick: (done: boolean) => void;
  onDrop: () => void;
  onEdit: () => void;
};

/** One step: its tick with who and when, its note, and what may be changed about it. */
export function ChecklistStep({ step, editable, onTick, onDrop, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <li
      className={css.step}
      data-done={step.doneAtMs !== null || undefined}
      data-dropped={step.dropped || undefined}
    >
      <Checkbox
        className={css.tick}
        label={step.text}
        checked={step.doneAtMs !== null}
        disabled={!editable || step.dropped}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span className={css.doneBy}>
        {step.doneAtMs !== null &&
          t(($) => $.posture.list.done, { name: step.doneBy, at: format.near(step.doneAtMs, now) })}
        {step.dropped && <Tag>{t(($) => $.posture.list.dropped)}</Tag>}
      </span>
      {editable && (
        <span className={css.stepButtons}>
          {!step.dropped && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t(($) => (step.note === '' ? $.posture.list.noteOf : $.posture.list.editOf), {
                text: step.text,
              })}
              onClick={onEdit}
            >
              {step.note === '' ? t(($) => $.posture.list.addNote) : t(($) => $.posture.list.edit)}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={
              step.dropped
                ? t(($) => $.posture.list.takeOf, { text: step.text })
                : t(($) => $.posture.list.dropOf, { text: step.text })
            }
            onClick={onDrop}
          >
            {step.dropped ? t(($) => $.posture.list.take) : t(($) => $.posture.list.drop)}
          </Button>
        </span>
      )}
      {step.note !== '' && <p className={css.note}>{step.note}</p>}
    </li>
  );
}
