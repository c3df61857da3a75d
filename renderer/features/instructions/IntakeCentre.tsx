import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dangerSchema } from '../../../shared/instructions/types.ts';
import type { FieldErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import type { IntakeValues } from '../../components/intake-drafts.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { IntakeChoice } from './IntakeChoice.tsx';
import classes from './intake.module.css';

type Props = { values: IntakeValues; errors: FieldErrors; set: (patch: Partial<IntakeValues>) => void };

/** 有无人身危险: asked of every caller; empty until somebody asked. */
export function IntakeDanger({ values, set }: Omit<Props, 'errors'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.third}>
      <IntakeChoice
        label={t(($) => $.intake.danger)}
        value={values.danger}
        alert={values.danger === 'present'}
        onChange={(danger) => set({ danger })}
        data={dangerSchema.options.map((d) => ({ value: d, label: t(($) => $.intake.dangerIs[d]) }))}
      />
    </div>
  );
}

/** The centre's number and issue time, and beside them ours: 下达时间 is never 签收时间. */
export function IntakeCentre({ values, errors, set }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(1000);
  return (
    <>
      <TextInput
        className={classes.third}
        label={t(($) => $.instructions.field.centreNo)}
        name="centreNo"
        autoComplete="off"
        value={values.centreNo}
        error={errors.centreNo}
        onChange={(e) => set({ centreNo: e.currentTarget.value })}
      />
      <TimeField
        className={classes.third}
        label={t(($) => $.instructions.field.issuedAtMs)}
        name="issuedAt"
        value={values.issuedAt}
        error={errors.issuedAtMs}
        emptyIsNow
        onChange={(issuedAt) => set({ issuedAt })}
      />
      <div className={classes.third}>
        <div className={classes.oursLabel}>{t(($) => $.intake.ours)}</div>
        <div className={classes.ours}>{format.timeSeconds(now)}</div>
      </div>
    </>
  );
}
