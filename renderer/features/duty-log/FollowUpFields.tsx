import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/field-words.ts';
import { NameInput } from '../../components/log/NameInput.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import type { EntryDraft } from './entry-draft.ts';
import css from './form.module.css';

type Props = {
  values: Pick<EntryDraft, 'important' | 'follow' | 'owner' | 'due'>;
  errors: FieldErrors;
  put: (patch: Partial<EntryDraft>, field?: string) => void;
};

/** 重要事项, and 跟踪: owner and due time, once it is said to be in hand. */
export function FollowUpFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.checks}>
        <Checkbox
          label={t(($) => $.log.form.important)}
          checked={values.important}
          onChange={(event) => put({ important: event.currentTarget.checked })}
        />
        <Checkbox
          label={t(($) => $.log.form.follow)}
          checked={values.follow}
          onChange={(event) => put({ follow: event.currentTarget.checked })}
        />
      </div>
      {values.follow && (
        <div className={css.row} data-fields={2}>
          <NameInput
            of="owners"
            label={t(($) => $.log.form.owner)}
            required
            value={values.owner}
            error={errors.owner}
            onChange={(owner) => put({ owner }, 'owner')}
          />
          <TimeField
            label={t(($) => $.log.form.due)}
            required
            sense="future"
            value={values.due}
            error={errors.due}
            onChange={(due) => put({ due }, 'due')}
          />
        </div>
      )}
    </>
  );
}
