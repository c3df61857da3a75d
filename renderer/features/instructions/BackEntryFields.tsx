import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/errors.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import classes from './BackEntry.module.css';
import type { BackEntryField, BackEntryValues } from './back-entry-form.ts';

/** What every field of the form gets. */
export type FieldKit = {
  values: BackEntryValues;
  errors: FieldErrors;
  set: (patch: Partial<BackEntryValues>) => void;
};

type Width = 'third' | 'half' | 'two' | 'full';
type Props = { kit: FieldKit; name: BackEntryField; label: string; width?: Width; required?: boolean };

/** A line of the form. */
export function LineField({
  kit,
  name,
  label,
  width = 'third',
  required,
  ...rest
}: Props & { placeholder?: string }) {
  return (
    <TextInput
      name={name}
      className={classes[width]}
      label={label}
      required={required}
      value={kit.values[name]}
      error={kit.errors[name]}
      autoComplete="off"
      onChange={(e) => kit.set({ [name]: e.currentTarget.value })}
      {...rest}
    />
  );
}

/** A time of the form: a clock time of its day, or one with a date. */
export function ClockField(props: Props) {
  const { t } = useTranslation();
  return <LineField {...props} placeholder={t(($) => $.papers.back.clock)} />;
}

/** Long words of the form. */
export function WordsField({ kit, name, label, required, rows = 2 }: Props & { rows?: number }) {
  return (
    <Textarea
      name={name}
      className={classes.full}
      label={label}
      required={required}
      autosize
      minRows={rows}
      maxRows={8}
      value={kit.values[name]}
      error={kit.errors[name]}
      onChange={(e) => kit.set({ [name]: e.currentTarget.value })}
    />
  );
}

type Choice = { value: string; label: string };

/** A choice of the form, found by typing part of it or its pinyin initials. */
export function ChoiceField({
  kit,
  name,
  label,
  data,
  width = 'third',
  required,
  clearable = true,
}: Props & { data: readonly Choice[]; clearable?: boolean }) {
  return (
    <Select
      name={name}
      className={classes[width]}
      label={label}
      required={required}
      clearable={clearable && !required}
      searchable
      selectFirstOptionOnChange
      data={[...data]}
      filter={({ options, search }) => options.filter((o) => 'label' in o && matchesPinyin(o.label, search))}
      value={kit.values[name] || null}
      error={kit.errors[name]}
      onChange={(value) => kit.set({ [name]: value ?? '' })}
    />
  );
}
