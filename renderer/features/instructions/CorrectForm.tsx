import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instruction, zoneSchema } from '../../../shared/instructions/types.ts';
import { type ActionDraft, useAct } from '../../app/act.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { Choice } from './ActionField.tsx';
import classes from './forms.module.css';

type Field = ActionDraft<'correct'>['field'];
const fields: readonly Field[] = [
  'place',
  'phone',
  'caller',
  'category',
  'text',
  'zone',
  'takenAt',
  'arrivedAt',
];
const empty: { field: Field; value: string; dispatchId: string; reason: string } = {
  field: 'place',
  value: '',
  dispatchId: '',
  reason: '',
};

/** 更正: one field, its new value, the reason. What stood before stays in the timeline. */
export function CorrectForm({ instruction: i, onDone }: { instruction: Instruction; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useAct();
  const settings = useSettings();
  const { values, change, clear } = useDraft(`action:${i.id}:correct`, empty);
  const {
    errors,
    setErrors,
    report,
    clear: clearErrors,
  } = useFormErrors(['value', 'text', 'zone', 'timeMs', 'reason']);
  const [busy, setBusy] = useState(false);
  const ofTeam = values.field === 'takenAt' || values.field === 'arrivedAt';
  const teams = i.dispatches.filter(
    (d) => !d.recalled && (values.field === 'takenAt' ? d.takenAtMs !== null : d.arrivedAtMs !== null),
  );
  const valueError = errors.value ?? errors.text ?? errors.zone ?? errors.timeMs;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reason = values.reason;
    const base = { field: values.field, reason };
    let input: ActionDraft<'correct'> = { ...base, text: values.value };
    if (values.field === 'zone') {
      const zone = zoneSchema.safeParse(values.value);
      input = { ...base, zone: zone.success ? zone.data : undefined };
    }
    if (ofTeam) {
      const timeMs = readTime(values.value, engineNow(), format.timeZone);
      if (timeMs === undefined) {
        setErrors({ value: fieldMessage('time') });
        return;
      }
      input = { ...base, timeMs, dispatchId: values.dispatchId || teams[0]?.id };
    }
    setBusy(true);
    setErrors({});
    try {
      await act(i, 'correct', input);
      clear();
      onDone();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };

  const setValue = (value: string) => {
    change({ value });
    clearErrors();
  };
  const label = t(($) => $.instructions.field.newValue);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Select
        label={t(($) => $.instructions.field.correctField)}
        data={fields.map((field) => ({ value: field, label: t(($) => $.instructions.correctField[field]) }))}
        value={values.field}
        allowDeselect={false}
        onChange={(field) => change({ field: (field ?? 'place') as Field, value: '' })}
      />
      {ofTeam && teams.length > 1 && (
        <Select
          label={t(($) => $.instructions.field.team)}
          data={teams.map((d) => ({ value: d.id, label: d.to.name }))}
          value={values.dispatchId || (teams[0]?.id ?? null)}
          allowDeselect={false}
          onChange={(dispatchId) => change({ dispatchId: dispatchId ?? '' })}
        />
      )}
      {values.field === 'zone' && (
        <Choice
          label={label}
          value={values.value}
          error={valueError}
          onChange={setValue}
          data={zoneSchema.options.map((z) => ({ value: z, label: t(($) => $.common.zone[z]) }))}
        />
      )}
      {values.field === 'category' && (
        <Select
          label={label}
          error={valueError}
          data={settings?.categories.map((c) => ({ value: String(c.no), label: `${c.no} ${c.short}` })) ?? []}
          value={values.value || null}
          onChange={(no) => setValue(no ?? '')}
        />
      )}
      {ofTeam && <TimeField label={label} value={values.value} error={valueError} onChange={setValue} />}
      {values.field === 'text' && (
        <Textarea
          label={label}
          value={values.value}
          error={valueError}
          onChange={(e) => setValue(e.currentTarget.value)}
        />
      )}
      {(values.field === 'place' || values.field === 'phone' || values.field === 'caller') && (
        <TextInput
          label={label}
          placeholder={i[values.field]}
          value={values.value}
          error={valueError}
          onChange={(e) => setValue(e.currentTarget.value)}
          data-autofocus
        />
      )}
      <Textarea
        label={t(($) => $.instructions.field.reason)}
        required
        value={values.reason}
        error={errors.reason}
        onChange={(e) => {
          change({ reason: e.currentTarget.value });
          clearErrors('reason');
        }}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={busy}>
          {t(($) => $.common.save)}
        </Button>
      </div>
    </form>
  );
}
