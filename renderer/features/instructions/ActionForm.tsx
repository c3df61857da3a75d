import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import { type ActionDraft, useAct } from '../../app/act.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { ActionField } from './ActionField.tsx';
import classes from './forms.module.css';
import { forms } from './forms.ts';
import { type FormText, readForm } from './read-form.ts';
import { teamsFor } from './teams.ts';

type Props = {
  instruction: Instruction;
  action: Exclude<ActionName, 'correct'>;
  preset: Record<string, string | boolean>;
  onDone: (after: Instruction) => void;
  extra?: React.ReactNode;
};

/** The form of one action, built from the table. Errors stand at the fields; a draft outlives closing. */
export function ActionForm({ instruction, action, preset, onDone, extra }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useAct();
  const fields = forms[action];
  const { values, change, clear } = useDraft<FormText>(`action:${instruction.id}:${action}`, {});
  const { errors, setErrors, report, clear: clearErrors } = useFormErrors(fields.map((f) => f.name));
  const [busy, setBusy] = useState(false);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const { input, errors: found } = readForm(action, fields, withTeam(values), preset, {
      nowMs: engineNow(),
      timeZone: format.timeZone,
    });
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const after = await act(instruction, action, input as ActionDraft<typeof action>);
      clear();
      onDone(after);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };

  /** The team shown first is meant even when nobody touched the field. */
  const withTeam = (typed: FormText): FormText => {
    const field = fields.find((f) => f.kind === 'team');
    if (field?.kind !== 'team' || typed[field.name]) return typed;
    const first = teamsFor(instruction, field.among)[0];
    return first ? { ...typed, [field.name]: first.id } : typed;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void submit();
  };
  const first = fields.find((f) => f.kind !== 'team' && f.kind !== 'target');

  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {fields.map((field) => (
        <ActionField
          key={field.name}
          field={field}
          instruction={instruction}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          autoFocus={field === first}
          onChange={(value) => {
            change({ [field.name]: value });
            clearErrors(field.name);
          }}
        />
      ))}
      <div className={classes.foot}>
        {extra}
        <Button type="submit" variant="filled" loading={busy}>
          {t(($) => $.common.save)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
