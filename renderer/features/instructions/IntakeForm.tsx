import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingElements } from '../../../shared/instructions/routing.ts';
import {
  type Instruction,
  receiveSchema,
  severitySchema,
  zoneSchema,
} from '../../../shared/instructions/types.ts';
import { deskClient } from '../../app/client.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow, useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { matchesPinyin } from '../../components/pinyin.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { Choice } from './ActionField.tsx';
import classes from './forms.module.css';

const empty = {
  place: '',
  gridNo: '',
  zone: '',
  text: '',
  caller: '',
  phone: '',
  categoryNo: '',
  severity: 'ordinary',
  centreNo: '',
  issuedAt: '',
  readBack: false,
};
const fields = [
  'place',
  'gridNo',
  'zone',
  'text',
  'caller',
  'phone',
  'categoryNo',
  'severity',
  'centreNo',
  'issuedAtMs',
];

/** The call as people speak it: where, what, who, which number; then what the desk adds. */
export function IntakeForm({ onReceived }: { onReceived: (i: Instruction) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const now = useNow(1000);
  const { values, change, clear } = useDraft('intake', empty);
  const { errors, setErrors, report, clear: clearErrors } = useFormErrors(fields);
  const [busy, setBusy] = useState(false);
  const grid = settings?.grids.find((g) => g.no === values.gridNo);
  const missing = missingElements(values);

  const set = (patch: Partial<typeof empty>) => {
    change(patch);
    for (const field of Object.keys(patch)) clearErrors(field === 'issuedAt' ? 'issuedAtMs' : field);
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const nowMs = engineNow();
    const issuedAtMs =
      values.issuedAt.trim() === '' ? nowMs : readTime(values.issuedAt, nowMs, format.timeZone);
    const read = receiveSchema.safeParse({
      ...values,
      issuedAtMs,
      zone: values.zone || undefined,
      gridNo: values.gridNo || null,
      categoryNo: values.categoryNo ? Number(values.categoryNo) : null,
    });
    if (!read.success) {
      const found: Record<string, string> = {};
      for (const issue of read.error.issues) found[String(issue.path[0])] ??= fieldMessage(issue.message);
      setErrors(found);
      return;
    }
    setBusy(true);
    setErrors({});
    try {
      const received = await deskClient.instructions.receive(read.data);
      clear();
      onReceived(received);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void submit();
  };
  const text = (name: 'place' | 'caller' | 'phone' | 'centreNo') => ({
    label: t(($) => $.instructions.field[name]),
    value: values[name],
    error: errors[name],
    autoComplete: 'off',
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => set({ [name]: e.currentTarget.value }),
  });
  const limits = settings?.limits.arrivalMinutes;

  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className={classes.missing} data-complete={missing.length === 0 || undefined} role="status">
        {missing.length === 0
          ? t(($) => $.instructions.hint.complete)
          : t(($) => $.instructions.hint.missing, {
              list: missing
                .map((m) => t(($) => $.instructions.hint.missingElement[m]))
                .join(t(($) => $.common.listSeparator)),
            })}
      </div>
      <div className={classes.grid}>
        <TextInput {...text('place')} className={classes.full} required data-autofocus />
        <Textarea
          className={classes.full}
          label={t(($) => $.instructions.field.text)}
          required
          value={values.text}
          error={errors.text}
          onChange={(e) => set({ text: e.currentTarget.value })}
        />
        <TextInput
          {...text('caller')}
          className={classes.half}
          placeholder={t(($) => $.instructions.hint.anonymous)}
        />
        <TextInput {...text('phone')} className={classes.half} inputMode="tel" />
        <Select
          className={classes.half}
          label={t(($) => $.instructions.field.gridNo)}
          searchable
          clearable
          data={settings?.grids.map((g) => ({ value: g.no, label: `${g.no} ${g.name}` })) ?? []}
          filter={({ options, search, limit }) =>
            options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, limit)
          }
          limit={60}
          value={values.gridNo || null}
          error={errors.gridNo}
          onChange={(no) => {
            const zone = settings?.grids.find((g) => g.no === no)?.zone;
            set({ gridNo: no ?? '', ...(zone ? { zone } : {}) });
          }}
        />
        <div className={classes.half}>
          <Choice
            label={t(($) => $.instructions.field.zone)}
            value={values.zone}
            error={errors.zone}
            onChange={(zone) => set({ zone })}
            data={zoneSchema.options.map((z) => ({
              value: z,
              label: `${t(($) => $.common.zone[z])}${limits ? ` ${limits[z]}′` : ''}`,
            }))}
          />
          {grid && <p className={classes.proposal}>{t(($) => $.instructions.hint.gridZone)}</p>}
        </div>
        <Select
          className={classes.two}
          label={t(($) => $.instructions.field.categoryNo)}
          searchable
          clearable
          data={settings?.categories.map((c) => ({ value: String(c.no), label: `${c.no} ${c.short}` })) ?? []}
          filter={({ options, search, limit }) =>
            options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, limit)
          }
          value={values.categoryNo || null}
          error={errors.categoryNo}
          onChange={(no) => set({ categoryNo: no ?? '' })}
        />
        <div className={classes.third}>
          <Choice
            label={t(($) => $.instructions.field.severity)}
            value={values.severity}
            onChange={(severity) => set({ severity })}
            data={severitySchema.options.map((s) => ({
              value: s,
              label: t(($) => $.instructions.severity[s]),
            }))}
          />
        </div>
        <TextInput {...text('centreNo')} className={classes.half} />
        <TimeField
          className={classes.half}
          label={t(($) => $.instructions.field.issuedAtMs)}
          description={t(($) => $.instructions.hint.ours, { time: format.timeSeconds(now) })}
          value={values.issuedAt}
          error={errors.issuedAtMs}
          emptyIsNow
          onChange={(issuedAt) => set({ issuedAt })}
        />
      </div>
      <div className={classes.foot}>
        <Checkbox
          mr="auto"
          label={t(($) => $.instructions.field.readBack)}
          checked={values.readBack}
          onChange={(e) => set({ readBack: e.currentTarget.checked })}
        />
        <span className={classes.dim}>{t(($) => $.instructions.intake.draftKept)}</span>
        <Button onClick={clear}>{t(($) => $.instructions.intake.clear)}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t(($) => $.instructions.receive)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
