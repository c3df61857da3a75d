import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { correctionInputSchema, type LogEntry } from '../../../shared/duty-log/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { submitOnCtrlEnter } from '../../components/submit-on-ctrl-enter.ts';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { CorrectionChain } from './CorrectionChain.tsx';
import { type CorrectionDraft, correctionOf, keptChange, shownValue } from './correction-draft.ts';
import { Disclosure } from './Disclosure.tsx';
import { useEntryErrors } from './entry-errors.ts';
import { FieldRows } from './FieldRows.tsx';
import css from './form.module.css';
import { type FieldName, fieldsOfKind, formLayout } from './form-layout.ts';
import { KindChips } from './KindChips.tsx';

/** 更正 of any field: what stood is struck through and stays, what is new follows with the reason. */
export function CorrectDialog({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, change, clear } = useDraft<CorrectionDraft>(`log.correct.${entry.id}`, { reason: '' });
  const kind = values.toKind ?? entry.kind;
  const { errors, refuse, report, forget } = useEntryErrors();
  const write = (ms: number) => `${format.isoDate(ms)} ${format.timeSeconds(ms)}`;
  const before = (field: FieldName) => shownValue(entry, field, write);
  const typedIn = (field: FieldName) => values[field] ?? before(field);
  const save = useMutation(
    desk.dutyLog.correct.mutationOptions({
      onSuccess: () => {
        clear();
        notifications.show({ message: t(($) => $.log.correct.saved), autoClose: 3000 });
        onClose();
      },
    }),
  );
  const put = (patch: Partial<CorrectionDraft>, field: string) => {
    change(keptChange(entry, patch, write));
    forget(field);
    forget('text');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const now = engineNow();
    const { text, fields, unreadable } = correctionOf(entry, values, write, (typed) =>
      readTime(typed, now, format.timeZone),
    );
    const input = { id: entry.id, fields, reason: values.reason, ...(text === undefined ? {} : { text }) };
    const issues = unreadable.map((path) => ({ path, message: 'time' }));
    for (const issue of correctionInputSchema.safeParse(input).error?.issues ?? [])
      issues.push({ path: issue.path.join('.'), message: issue.message });
    if (issues.length > 0) {
      refuse(issues);
      return;
    }
    const shown = (field: string) =>
      field === 'reason' || (fieldsOfKind(kind) as readonly string[]).includes(field);
    save.mutate(input, { onError: (error) => report(error, shown) });
  };
  const { rows, more } = formLayout[kind];
  const changed = (field: FieldName) => values[field] !== undefined && values[field] !== before(field);
  const fields = { kind, typedIn, errors, correcting: true } as const;
  const onChange = (field: FieldName, typed: string) => put({ [field]: typed }, field);
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size={760}
      title={t(($) => $.log.correct.title)}
    >
      <form className={css.form} noValidate onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
        <div>
          <span className={css.dim}>{t(($) => $.log.correct.before)}</span>
          <del className={css.struck}>{entry.text}</del>
        </div>
        <CorrectionChain entry={entry} />
        <KindChips kind={kind} onChange={(toKind) => put({ toKind }, 'kind')} />
        <FieldRows {...fields} rows={rows} onChange={onChange} />
        {more.length > 0 && (
          <Disclosure
            label={t(($) => $.log.form.more)}
            said={more.flat().some((f) => changed(f) || before(f) !== '' || errors[f] !== undefined)}
          >
            <FieldRows {...fields} rows={more} onChange={onChange} />
          </Disclosure>
        )}
        <Checkbox
          label={t(($) => $.log.form.important)}
          checked={values.toImportant ?? entry.important}
          onChange={(event) => put({ toImportant: event.currentTarget.checked }, 'important')}
        />
        <TextInput
          label={t(($) => $.log.correct.reason)}
          required
          value={values.reason}
          error={errors.reason}
          onChange={(event) => put({ reason: event.currentTarget.value }, 'reason')}
        />
        <div className={css.foot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={save.isPending}
            rightSection={<Kbd>Ctrl+Enter</Kbd>}
          >
            {t(($) => $.log.correct.action)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
