import { Button } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { type FieldErrors, fieldErrorsOf, notifyError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useDraft } from '../../components/use-draft.ts';
import classes from './BackEntry.module.css';
import { ChoiceField } from './BackEntryFields.tsx';
import { BackEntryIntake } from './BackEntryIntake.tsx';
import { BackEntrySteps } from './BackEntrySteps.tsx';
import {
  type BackEntryField,
  type BackEntryValues,
  byFormField,
  emptyBackEntry,
  readBackEntry,
} from './back-entry-form.ts';
import { IntakeClear } from './IntakeClear.tsx';

/** 补录: one paper form with the times that stand on it, saved whole or not at all. What is typed is kept as a draft. */
export function BackEntryForm({ onPaper }: { onPaper: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, change, clear } = useDraft('back-entry', emptyBackEntry);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const today = format.isoDate(engineNow());
  // Without a choice the lowest number is entered first, on the day of today.
  const shown: BackEntryValues = {
    ...values,
    day: values.day || today,
    number: onPaper.includes(values.number) ? values.number : (onPaper[0] ?? ''),
  };

  // The first field refused is where the hands go on: once for each refusal, never while somebody types again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals === 0) return;
    form.current
      ?.querySelector<HTMLElement>('input[aria-invalid="true"], textarea[aria-invalid="true"]')
      ?.focus();
  }, [refusals]);

  const focusOn = (name: BackEntryField) =>
    form.current?.querySelector<HTMLElement>(`input[name="${name}"]`)?.focus();
  const set = (patch: Partial<BackEntryValues>) => {
    change(patch);
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in patch))));
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const read = readBackEntry(shown, format.timeZone);
    if ('errors' in read) {
      setErrors(read.errors);
      setRefusals((n) => n + 1);
      return;
    }
    setBusy(true);
    setErrors({});
    try {
      const entered = await deskClient.instructions.backEnter(read.input);
      clear();
      // The next form of the pile most likely has the same day.
      change({ day: shown.day });
      notifications.show({ message: t(($) => $.papers.back.entered, { number: entered.number }) });
      focusOn('issuedAt');
    } catch (error) {
      const byField = byFormField(fieldErrorsOf(error));
      setErrors(byField);
      setRefusals((n) => n + 1);
      if (Object.keys(byField).every((field) => !(field in emptyBackEntry))) notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const empty = () => {
    clear();
    setErrors({});
    focusOn('issuedAt');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.defaultPrevented) return;
    const inLine = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (!event.ctrlKey && !inLine) return;
    event.preventDefault();
    if (event.ctrlKey) void submit();
  };
  const kit = { values: shown, errors, set };

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={t(($) => $.papers.back.title)}
    >
      <div className={classes.fields}>
        <ChoiceField
          kit={kit}
          name="number"
          label={t(($) => $.papers.back.number)}
          required
          data={onPaper.map((number) => ({ value: number, label: number }))}
        />
        <DatePickerInput
          className={classes.third}
          size="md"
          label={t(($) => $.papers.back.day)}
          maxDate={today}
          value={shown.day}
          onChange={(day) => set({ day: day ?? '' })}
        />
        <p className={`${classes.third} ${classes.hint}`}>{t(($) => $.papers.back.hint)}</p>
        <BackEntryIntake kit={kit} />
        <BackEntrySteps kit={kit} />
      </div>
      <div className={classes.foot}>
        <span className={classes.kept}>{t(($) => $.papers.back.kept)}</span>
        <IntakeClear onClear={empty} />
        <Button type="submit" variant="filled" loading={busy}>
          {t(($) => $.papers.back.save)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
