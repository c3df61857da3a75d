import { Button, Select, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instruction, zoneSchema } from '../../../shared/instructions/types.ts';
import type { ActionDraft } from '../../app/act.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { ActionChanged, stillPossible } from './ActionChanged.tsx';
import { useFresh } from './ActionFresh.ts';
import { focusFirstFault, submitsByKey } from './ActionKeys.ts';
import {
  type CorrectField,
  correctable,
  isTimed,
  ofTeam,
  presentOf,
  teamsToCorrect,
} from './CorrectFormFields.ts';
import { CorrectFormValue } from './CorrectFormValue.tsx';
import classes from './forms.module.css';
import { teamLabel } from './teams.ts';

const empty: { field: CorrectField; value: string; dispatchId: string; reason: string } = {
  field: 'place',
  value: '',
  dispatchId: '',
  reason: '',
};
const known = ['value', 'text', 'zone', 'timeMs', 'reason'];

type Props = {
  instruction: Instruction;
  /** What the form starts with where something proposed the correction. */
  preset?: Readonly<Record<string, string | boolean>>;
  onDone: () => void;
};

/** 更正: one field, its new value, the reason. What stood before stays in the timeline. */
export function CorrectForm({ instruction, preset, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const fresh = useFresh(instruction);
  const i = fresh.now;
  const { values, change, clear } = useDraft(
    preset?.field ? `action:${i.id}:correct:${preset.field}` : `action:${i.id}:correct`,
    { ...empty, ...(preset as Partial<typeof empty> | undefined) },
  );
  const { errors, setErrors, report, clear: clearErrors } = useFormErrors(known);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fields = correctable(i);
  const field = fields.includes(values.field) ? values.field : 'place';
  const teams = ofTeam(field) ? teamsToCorrect(i, field) : [];
  const dispatchId = teams.some((d) => d.id === values.dispatchId) ? values.dispatchId : (teams[0]?.id ?? '');
  const possible = stillPossible(fresh, 'correct');

  /** What is sent; undefined when the typed time cannot be read. */
  const read = (): ActionDraft<'correct'> | undefined => {
    const base = { field, reason: values.reason };
    if (field === 'zone') {
      const zone = zoneSchema.safeParse(values.value);
      return { ...base, zone: zone.success ? zone.data : undefined };
    }
    const ofWhich = ofTeam(field) ? { dispatchId } : {};
    if (!isTimed(field)) return { ...base, ...ofWhich, text: values.value };
    const timeMs = readTime(values.value, engineNow(), format.timeZone);
    if (timeMs === undefined) return undefined;
    return { ...base, ...ofWhich, timeMs };
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || !possible) return;
    const input = read();
    const faults = {
      ...(input === undefined
        ? { value: fieldMessage(values.value.trim() === '' ? 'required' : 'time') }
        : {}),
      ...(values.reason.trim() === '' ? { reason: fieldMessage('required') } : {}),
    };
    setErrors(faults);
    if (input === undefined || Object.keys(faults).length > 0) {
      focusFirstFault(form.current);
      return;
    }
    setBusy(true);
    try {
      await fresh.send('correct', input);
      clear();
      onDone();
    } catch (error) {
      if (!fresh.keep(error)) report(error);
      focusFirstFault(form.current);
    } finally {
      setBusy(false);
    }
  };

  const latest = useRef(submit);
  latest.current = submit;

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={submitsByKey(() => void latest.current())}
      noValidate
    >
      {!busy && <ActionChanged fresh={fresh} action="correct" />}
      <Select
        label={t(($) => $.instructions.field.correctField)}
        data={fields.map((each) => ({ value: each, label: t(($) => $.instructions.correctField[each]) }))}
        value={field}
        allowDeselect={false}
        onChange={(next) => {
          change({ field: (next ?? 'place') as CorrectField, value: '' });
          clearErrors();
        }}
      />
      {teams.length > 1 && (
        <Select
          label={t(($) => $.instructions.field.team)}
          data={teams.map((d) => ({ value: d.id, label: teamLabel(i, d) }))}
          value={dispatchId}
          allowDeselect={false}
          onChange={(id) => change({ dispatchId: id ?? '' })}
        />
      )}
      <CorrectFormValue
        field={field}
        instruction={i}
        dispatchId={dispatchId}
        present={presentOf(i, field, dispatchId, format)}
        value={values.value}
        error={errors.value ?? errors.text ?? errors.zone ?? errors.timeMs}
        onChange={(value) => {
          change({ value });
          for (const name of known.slice(0, 4)) clearErrors(name);
        }}
      />
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
        <Button type="submit" variant="filled" loading={busy} disabled={!possible}>
          {fresh.seen ? t(($) => $.instructions.changed.send) : t(($) => $.common.save)}&nbsp;
          <Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
