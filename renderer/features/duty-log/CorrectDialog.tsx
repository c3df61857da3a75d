import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './log.module.css';
import { submitOnCtrlEnter } from './submit.ts';

const known = ['text', 'reason'];

/** 更正: the old text is struck through and stays, the new one follows with the reason. */
export function CorrectDialog({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`log.correct.${entry.id}`, { text: entry.text, reason: '' });
  const { errors, report, clear: forget } = useFormErrors(known);
  const save = useMutation(
    desk.dutyLog.correct.mutationOptions({
      onSuccess: () => {
        clear();
        notifications.show({ message: t(($) => $.log.correct.saved), autoClose: 3000 });
        onClose();
      },
      onError: report,
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size="lg"
      title={t(($) => $.log.correct.title)}
    >
      <form
        className={css.form}
        noValidate
        onKeyDown={submitOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ id: entry.id, ...values });
        }}
      >
        <div>
          <span className={css.dim}>{t(($) => $.log.correct.before)}</span>
          <del className={`${css.struck} ${css.before}`}>{entry.text}</del>
        </div>
        <Textarea
          label={t(($) => $.log.correct.text)}
          data-autofocus
          required
          value={values.text}
          error={errors.text}
          onChange={(event) => {
            change({ text: event.currentTarget.value });
            forget('text');
          }}
        />
        <TextInput
          label={t(($) => $.log.correct.reason)}
          required
          value={values.reason}
          error={errors.reason}
          onChange={(event) => {
            change({ reason: event.currentTarget.value });
            forget('reason');
          }}
        />
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(($) => $.log.correct.action)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
