import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeHints } from '../../../shared/instructions/intake.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { deskClient } from '../../app/client.ts';
import { codeOf, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { FieldError } from '../../components/FieldError.tsx';
import type { IntakeValues } from '../../components/intake-drafts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { PhraseTextarea } from '../../components/PhraseTextarea.tsx';
import { IntakeCentre, IntakeDanger } from './IntakeCentre.tsx';
import { IntakeClear } from './IntakeClear.tsx';
import { IntakeSorting } from './IntakeSorting.tsx';
import { IntakeStatus } from './IntakeStatus.tsx';
import classes from './intake.module.css';
import { forgetPress, intakeFields, pressTime, readIntake } from './intake-input.ts';
import { PlaceField } from './PlaceField.tsx';

export type IntakeDraft = {
  values: IntakeValues;
  change: (patch: Partial<IntakeValues>) => void;
  clear: () => void;
  kept: boolean;
};

type Props = {
  draft: IntakeDraft;
  hints: IntakeHints;
  /** The name of the field where the hands were last. */
  startAt: string;
  onField: (name: string) => void;
  onReceived: (i: Instruction) => void;
};

/** The call as people speak it: where, what, who, which number, in danger?; then what the desk adds (篇三 四(一)). */
export function IntakeForm({ draft, hints, startAt, onField, onReceived }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, change, clear, kept } = draft;
  const { errors, setErrors, report, clear: clearErrors } = useFormErrors(intakeFields);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const start = useRef(startAt);
  const focusOn = useCallback((name: string) => {
    const field = form.current?.elements.namedItem(name);
    if (field instanceof HTMLElement) field.focus();
  }, []);
  useEffect(() => focusOn(start.current), [focusOn]);

  // The first field refused is where the hands go on: once for each refusal, never while somebody types again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals === 0) return;
    const first = form.current?.querySelector('[aria-invalid="true"]');
    const field = first?.matches('input, textarea') ? first : first?.querySelector('input');
    if (field instanceof HTMLElement) field.focus();
  }, [refusals]);

  const set = (patch: Partial<IntakeValues>) => {
    forgetPress(values);
    change(patch);
    for (const field of Object.keys(patch)) clearErrors(field === 'issuedAt' ? 'issuedAtMs' : field);
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const nowMs = pressTime(values, engineNow());
    const read = readIntake(values, { nowMs, timeZone: format.timeZone });
    if ('errors' in read) {
      forgetPress(values);
      setErrors(read.errors);
      setRefusals((n) => n + 1);
      return;
    }
    setBusy(true);
    setErrors({});
    try {
      const received = await deskClient.instructions.receive(read.input);
      forgetPress(values);
      clear();
      onReceived(received);
    } catch (error) {
      // Only where nobody knows whether it was taken must the next press be the same request.
      if (codeOf(error) !== 'engineDown') forgetPress(values);
      report(error);
      setRefusals((n) => n + 1);
    } finally {
      setBusy(false);
    }
  };

  const empty = () => {
    forgetPress(values);
    clear();
    setErrors({});
    focusOn('place');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.defaultPrevented) return;
    const inLine = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    // Enter alone in a line would receive a call that is still being told.
    if (!event.ctrlKey && !inLine) return;
    event.preventDefault();
    if (event.ctrlKey) void submit();
  };
  const text = (name: 'caller' | 'phone') => ({
    name,
    label: t(($) => $.instructions.field[name]),
    value: values[name],
    error: errors[name],
    autoComplete: 'off',
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => set({ [name]: e.currentTarget.value }),
  });

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onFocus={(event) => 'name' in event.target && event.target.name && onField(String(event.target.name))}
      noValidate
    >
      <IntakeStatus values={values} onUnlink={(patch) => set(patch)} />
      <FieldError>{errors.ofId ?? errors.duplicateOfId ?? errors.earlier}</FieldError>
      <div className={classes.fields}>
        <PlaceField
          className={classes.full}
          name="place"
          label={t(($) => $.instructions.field.place)}
          required
          data-autofocus
          value={values.place}
          error={errors.place}
          onChange={(place) => set({ place })}
          places={hints.places}
          onChoose={(p) =>
            set({
              ...(p.kind === 'place' ? { place: p.place } : {}),
              gridNo: p.gridNo ?? '',
              zone: p.zone,
              filledBy: p.kind,
            })
          }
        />
        <PhraseTextarea
          className={classes.full}
          classNames={{ input: classes.text }}
          name="text"
          phrases="text"
          label={t(($) => $.instructions.field.text)}
          placeholder={t(($) => $.intake.textHint)}
          required
          rows={4}
          value={values.text}
          error={errors.text}
          onChange={(typed) => set({ text: typed })}
        />
        <TextInput
          {...text('caller')}
          className={classes.third}
          placeholder={t(($) => $.instructions.hint.anonymous)}
        />
        <TextInput {...text('phone')} className={classes.third} inputMode="tel" />
        <IntakeDanger values={values} set={set} />
        <IntakeSorting values={values} errors={errors} set={set} guess={hints.category} />
        <IntakeCentre values={values} errors={errors} set={set} />
      </div>
      <div className={classes.foot}>
        <Checkbox
          mr="auto"
          label={t(($) => $.instructions.field.readBack)}
          checked={values.readBack}
          onChange={(e) => set({ readBack: e.currentTarget.checked })}
        />
        <span className={classes.kept} data-lost={!kept || undefined}>
          {kept ? t(($) => $.instructions.intake.draftKept) : t(($) => $.intake.notKept)}
        </span>
        <IntakeClear onClear={empty} />
        <Button type="submit" variant="filled" loading={busy}>
          {t(($) => $.instructions.receive)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
