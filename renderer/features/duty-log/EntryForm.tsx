import { Button, Checkbox, Chip, Drawer, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logEntrySchema, logKindSchema, logKinds } from '../../../shared/duty-log/types.ts';
import { desk } from '../../app/client.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { PhraseTextarea } from '../../components/PhraseTextarea.tsx';
import { submitOnCtrlEnter } from '../../components/submit-on-ctrl-enter.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { type EntryDraft, emptyEntry, entryOf, fieldsOf } from './entry-draft.ts';
import { FollowUpFields, PaperFields, RollCallFields } from './KindFields.tsx';
import css from './log.module.css';

const known = [
  'kind',
  'text',
  'occurredAtMs',
  'from',
  'phone',
  'title',
  'urgency',
  'calledAtMs',
  'answeredAtMs',
  'receivedBy',
  'handling',
  'followUp.owner',
  'followUp.dueAtMs',
];

/** The full form of a new entry (新建记录): fields follow the kind, the draft survives closing, Ctrl+Enter saves. */
export function EntryForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, change, clear } = useDraft<EntryDraft>('log.entry', emptyEntry);
  const { errors, setErrors, report, clear: forget } = useFormErrors(known);
  const save = useMutation(
    desk.dutyLog.add.mutationOptions({
      onSuccess: () => {
        clear();
        notifications.show({ message: t(($) => $.log.form.saved), autoClose: 3000 });
        onClose();
      },
      onError: report,
    }),
  );
  const put = (patch: Partial<EntryDraft>, field?: string) => {
    change(patch);
    if (field !== undefined && errors[field] !== undefined) forget(field);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const now = engineNow();
    const result = entryOf(values, (typed, sense) => readTime(typed, now, format.timeZone, sense));
    const issues = result.unreadable.map((path) => ({ path, message: 'time' }));
    const refused = logEntrySchema.safeParse(result.input);
    for (const issue of refused.error?.issues ?? []) {
      issues.push({ path: issue.path.join('.'), message: issue.message });
    }
    if (issues.length === 0) save.mutate(result.input);
    else setErrors(Object.fromEntries(issues.reverse().map((i) => [i.path, fieldMessage(i.message)])));
  };
  const has = fieldsOf(values.kind);
  const fromLabel = has.paper
    ? t(($) => $.log.form.sender)
    : has.roll
      ? t(($) => $.log.form.callerOfRoll)
      : t(($) => $.log.form.from);
  return (
    <Drawer
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size={600}
      title={t(($) => $.log.newEntry)}
    >
      <form className={css.form} noValidate onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
        <fieldset className={css.kinds}>
          <legend className={css.legend}>{t(($) => $.log.form.kind)}</legend>
          <Chip.Group
            value={values.kind}
            onChange={(kind) => {
              const next = logKindSchema.safeParse(kind);
              if (next.success) put({ kind: next.data }, 'kind');
            }}
          >
            <div className={css.chips}>
              {logKinds.map((kind) => (
                <Chip key={kind} value={kind} size="sm" radius="sm" variant="outline">
                  {t(($) => $.common.logKind[kind])}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </fieldset>
        <div className={css.pair}>
          <TextInput
            label={fromLabel}
            value={values.from}
            error={errors.from}
            onChange={(event) => put({ from: event.currentTarget.value }, 'from')}
          />
          {has.phone ? (
            <TextInput
              label={t(($) => $.log.form.phone)}
              inputMode="tel"
              value={values.phone}
              error={errors.phone}
              onChange={(event) => put({ phone: event.currentTarget.value }, 'phone')}
            />
          ) : (
            <span />
          )}
        </div>
        {has.paper && <PaperFields values={values} errors={errors} put={put} />}
        {has.roll && <RollCallFields values={values} errors={errors} put={put} />}
        <PhraseTextarea
          phrases="log"
          label={t(($) => $.log.form.text)}
          data-autofocus
          required
          rows={4}
          value={values.text}
          error={errors.text}
          onChange={(text) => put({ text }, 'text')}
        />
        <Textarea
          label={t(($) => $.log.form.handling)}
          value={values.handling}
          error={errors.handling}
          onChange={(event) => put({ handling: event.currentTarget.value }, 'handling')}
        />
        <div className={css.pair}>
          <TimeField
            label={t(($) => $.log.form.occurred)}
            emptyIsNow
            value={values.occurred}
            error={errors.occurredAtMs}
            onChange={(occurred) => put({ occurred }, 'occurredAtMs')}
          />
          <Checkbox
            className={css.check}
            label={t(($) => $.log.form.important)}
            checked={values.important}
            onChange={(event) => put({ important: event.currentTarget.checked })}
          />
        </div>
        <FollowUpFields values={values} errors={errors} put={put} />
        <div className={css.formFoot}>
          <span className={css.dim}>{t(($) => $.log.form.draftKept)}</span>
          <Button onClick={clear}>{t(($) => $.log.form.discard)}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={save.isPending}
            rightSection={<Kbd>Ctrl+Enter</Kbd>}
          >
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
