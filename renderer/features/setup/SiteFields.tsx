import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/errors.ts';
import classes from './setup.module.css';

/** What the wizard asks of a site; the rest takes its default and is found in the settings. */
export type SiteValues = {
  name: string;
  deskName: string;
  dutyPhone: string;
  head: string;
  changeover: string;
};

const fields = ['name', 'deskName', 'dutyPhone', 'head', 'changeover'] as const;

/** The site typed by hand. */
export function SiteFields({
  values,
  errors,
  onChange,
}: {
  values: SiteValues;
  errors: FieldErrors;
  onChange: (patch: Partial<SiteValues>) => void;
}) {
  const { t } = useTranslation();
  const labels = {
    name: t(($) => $.session.wizard.name),
    deskName: t(($) => $.session.wizard.deskName),
    dutyPhone: t(($) => $.session.wizard.dutyPhone),
    head: t(($) => $.session.wizard.head),
    changeover: t(($) => $.session.wizard.changeover),
  };
  return (
    <div className={classes.fields}>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={labels[field]}
          value={values[field]}
          required={field === 'name' || field === 'deskName'}
          error={errors[`site.${field}`]}
          autoComplete="off"
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
