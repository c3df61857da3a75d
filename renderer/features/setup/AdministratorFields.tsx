import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/errors.ts';
import { PinField } from '../../components/PinField.tsx';
import classes from './setup.module.css';

export type AdministratorValues = {
  staffNo: string;
  name: string;
  password: string;
  pin: string;
  phone: string;
};

type Props = {
  values: AdministratorValues;
  errors: FieldErrors;
  /** The administrators a bureau file names. */
  candidates?: { staffNo: string; name: string }[];
  onChange: (patch: Partial<AdministratorValues>) => void;
};

/** The first administrator with password and PIN. */
export function AdministratorFields({ values, errors, candidates, onChange }: Props) {
  const { t } = useTranslation();
  const error = (field: keyof AdministratorValues) => errors[`administrator.${field}`];
  return (
    <div className={classes.fields}>
      {candidates !== undefined && candidates.length > 0 && (
        <Select
          label={t(($) => $.session.wizard.adminFromFile)}
          data={candidates.map((c) => ({ value: c.staffNo, label: `${c.name} ${c.staffNo}` }))}
          value={candidates.some((c) => c.staffNo === values.staffNo) ? values.staffNo : null}
          onChange={(staffNo) => {
            const chosen = candidates.find((c) => c.staffNo === staffNo);
            if (chosen) onChange({ staffNo: chosen.staffNo, name: chosen.name });
          }}
        />
      )}
      {candidates?.length === 0 && <p className={classes.hint}>{t(($) => $.session.wizard.noAdmins)}</p>}
      <div className={classes.pair}>
        <TextInput
          label={t(($) => $.session.staffNo)}
          required
          value={values.staffNo}
          error={error('staffNo')}
          autoComplete="off"
          onChange={(e) => onChange({ staffNo: e.currentTarget.value })}
        />
        <TextInput
          label={t(($) => $.common.name)}
          required
          value={values.name}
          error={error('name')}
          autoComplete="off"
          onChange={(e) => onChange({ name: e.currentTarget.value })}
        />
      </div>
      <PasswordInput
        label={t(($) => $.session.password)}
        required
        value={values.password}
        error={error('password')}
        autoComplete="new-password"
        onChange={(e) => onChange({ password: e.currentTarget.value })}
      />
      <div className={classes.pair}>
        <PinField required value={values.pin} error={error('pin')} onChange={(pin) => onChange({ pin })} />
        <TextInput
          label={t(($) => $.common.phone)}
          value={values.phone}
          error={error('phone')}
          autoComplete="off"
          onChange={(e) => onChange({ phone: e.currentTarget.value })}
        />
      </div>
      <p className={classes.hint}>{t(($) => $.session.wizard.adminHint)}</p>
    </div>
  );
}
