import { ActionIcon, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { urgencySchema } from '../../../shared/duty-log/types.ts';
import type { FieldErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import type { EntryDraft } from './entry-draft.ts';
import css from './log.module.css';

type Props = {
  values: EntryDraft;
  errors: FieldErrors;
  put: (patch: Partial<EntryDraft>, field?: string) => void;
};

/** 来文: title and urgency. */
export function PaperFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t(($) => $.log.form.documentTitle)}
        value={values.title}
        error={errors.title}
        onChange={(event) => put({ title: event.currentTarget.value }, 'title')}
      />
      <fieldset className={css.kinds}>
        <legend className={css.legend}>{t(($) => $.log.form.urgency)}</legend>
        <SegmentedControl
          value={values.urgency ?? 'routine'}
          data={urgencySchema.options.map((value) => ({ value, label: t(($) => $.log.urgency[value]) }))}
          onChange={(value) => {
            const next = urgencySchema.safeParse(value);
            if (next.success) put({ urgency: next.data }, 'urgency');
          }}
        />
      </fieldset>
    </>
  );
}

/** 点名: when it was called and answered, to the second, and by whom. */
export function RollCallFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = <IconClock size={18} aria-hidden />;
  const stamp = () => format.timeSeconds(engineNow());
  return (
    <>
      <div className={css.pair}>
        <TimeField
          label={t(($) => $.log.form.called)}
          placeholder="HH:MM:SS"
          value={values.called}
          error={errors.calledAtMs}
          onChange={(called) => put({ called }, 'calledAtMs')}
          rightSection={
            <ActionIcon
              variant="subtle"
              aria-label={`${t(($) => $.log.form.called)} ${t(($) => $.log.form.now)}`}
              onClick={() => put({ called: stamp() }, 'calledAtMs')}
            >
              {now}
            </ActionIcon>
          }
        />
        <TimeField
          label={t(($) => $.log.form.answered)}
          placeholder="HH:MM:SS"
          value={values.answered}
          error={errors.answeredAtMs}
          onChange={(answered) => put({ answered }, 'answeredAtMs')}
          rightSection={
            <ActionIcon
              variant="subtle"
              aria-label={`${t(($) => $.log.form.answered)} ${t(($) => $.log.form.now)}`}
              onClick={() => put({ answered: stamp() }, 'answeredAtMs')}
            >
              {now}
            </ActionIcon>
          }
        />
      </div>
      <div className={css.pair}>
        <TextInput
          label={t(($) => $.log.form.answeredBy)}
          value={values.receivedBy}
          error={errors.receivedBy}
          onChange={(event) => put({ receivedBy: event.currentTarget.value }, 'receivedBy')}
        />
        <AnswerSeconds called={values.called} answered={values.answered} />
      </div>
    </>
  );
}

function AnswerSeconds({ called, answered }: { called: string; answered: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = engineNow();
  const from = readTime(called, now, format.timeZone);
  const to = readTime(answered, now, format.timeZone);
  if (from === undefined || to === undefined) return <span />;
  if (to < from) return <span className={css.wrong}>◆ {t(($) => $.log.form.notInOrder)}</span>;
  return (
    <span className={css.seconds} role="status">
      {t(($) => $.log.form.seconds, { seconds: format.seconds(Math.round((to - from) / 1000)) })}
    </span>
  );
}

/** 跟踪: owner and due time, once it is said to be in hand. */
export function FollowUpFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        label={t(($) => $.log.form.follow)}
        checked={values.follow}
        onChange={(event) => put({ follow: event.currentTarget.checked })}
      />
      {values.follow && (
        <div className={css.pair}>
          <TextInput
            label={t(($) => $.log.form.owner)}
            required
            value={values.owner}
            error={errors['followUp.owner']}
            onChange={(event) => put({ owner: event.currentTarget.value }, 'followUp.owner')}
          />
          <TimeField
            label={t(($) => $.log.form.due)}
            required
            sense="future"
            value={values.due}
            error={errors['followUp.dueAtMs']}
            onChange={(due) => put({ due }, 'followUp.dueAtMs')}
          />
        </div>
      )}
    </>
  );
}
