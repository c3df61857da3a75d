import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Section, sections } from '../../../shared/handover/sections.ts';
import { deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './sections.module.css';

const known = ['section', 'text', 'owner'];
const empty: { section: Section; text: string; owner: string } = { section: 'toFollow', text: '', owner: '' };

/** One line for one section: Enter saves it and the field is ready for the next. */
export function AddLine({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const { values, change } = useDraft('handover.carry.add', empty);
  const { errors, report, clear } = useFormErrors(known);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await deskClient.handover.saveCarry(values);
      change({ text: '', owner: '' });
      clear();
      field.current?.focus();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={css.add} onSubmit={submit} noValidate>
      <Select
        size="sm"
        aria-label={t(($) => $.handover.sections.sectionLabel)}
        allowDeselect={false}
        data={sections.map((section) => ({
          value: section,
          label: t(($) => $.handover.prepare.note[section]),
        }))}
        value={values.section}
        onChange={(section) => section && change({ section: section as Section })}
      />
      <TextInput
        ref={field}
        size="sm"
        aria-label={t(($) => $.handover.sections.text)}
        placeholder={t(($) => $.handover.sections.textHint)}
        autoComplete="off"
        value={values.text}
        error={errors.text}
        onChange={(event) => {
          change({ text: event.currentTarget.value });
          clear('text');
        }}
      />
      <Autocomplete
        size="sm"
        aria-label={t(($) => $.handover.sections.owner)}
        placeholder={t(($) => $.handover.sections.owner)}
        data={names}
        limit={20}
        value={values.owner}
        error={errors.owner}
        onChange={(owner) => {
          change({ owner });
          clear('owner');
        }}
      />
      <Button type="submit" loading={busy}>
        {t(($) => $.handover.sections.add)}
      </Button>
    </form>
  );
}
