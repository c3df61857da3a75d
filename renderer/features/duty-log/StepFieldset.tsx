import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/field-words.ts';
import { NameInput } from '../../components/log/NameInput.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import type { StepFields } from './entry-draft.ts';
import css from './form.module.css';

type Props = {
  values: StepFields;
  errors: FieldErrors;
  put: (patch: Partial<StepFields>, field: keyof StepFields) => void;
};

/** 已报告领导: who was told, and when. */
export function ReportedFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.row} data-fields={2}>
      <NameInput
        of="leaders"
        label={t(($) => $.log.step.reportedWho)}
        value={values.reportedWho}
        error={errors.reportedWho}
        onChange={(reportedWho) => put({ reportedWho }, 'reportedWho')}
      />
      <TimeField
        label={t(($) => $.log.step.reportedAt)}
        emptyIsNow
        value={values.reportedAt}
        error={errors.reportedAt}
        onChange={(reportedAt) => put({ reportedAt }, 'reportedAt')}
      />
    </div>
  );
}

/** 拟办意见, 领导批示 (with owner and due time where it is to be tracked) and 办理结果. */
export function CourseFields({ values, errors, put }: Props) {
  const { t } = useTranslation();
  const long = (field: 'proposal' | 'orderText' | 'finished') => ({
    label: t(($) => $.log.step[field]),
    value: values[field],
    error: errors[field],
    minRows: 1,
    maxRows: 5,
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      put({ [field]: event.currentTarget.value }, field),
  });
  return (
    <>
      <Textarea {...long('proposal')} />
      <div className={css.row} data-fields={2} data-first="leader">
        <NameInput
          of="leaders"
          label={t(($) => $.log.step.orderWho)}
          value={values.orderWho}
          error={errors.orderWho}
          onChange={(orderWho) => put({ orderWho }, 'orderWho')}
        />
        <Textarea {...long('orderText')} />
      </div>
      <div className={css.row} data-fields={2}>
        <NameInput
          of="owners"
          label={t(($) => $.log.step.orderOwner)}
          value={values.orderOwner}
          error={errors.orderOwner}
          onChange={(orderOwner) => put({ orderOwner }, 'orderOwner')}
        />
        <TimeField
          label={t(($) => $.log.step.orderDue)}
          sense="future"
          value={values.orderDue}
          error={errors.orderDue}
          onChange={(orderDue) => put({ orderDue }, 'orderDue')}
        />
      </div>
      <Textarea {...long('finished')} />
    </>
  );
}
