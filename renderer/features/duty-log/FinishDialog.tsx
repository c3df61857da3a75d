import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/duty-log/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './log.module.css';
import { submitOnCtrlEnter } from './submit.ts';

const known = ['text'];

/** Reports a follow-up done with its result. */
export function FinishDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`log.finish.${followUp.id}`, { text: '' });
  const { errors, report, clear: forget } = useFormErrors(known);
  const save = useMutation(
    desk.followUps.done.mutationOptions({
      onSuccess: () => {
        clear();
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
      title={t(($) => $.log.finish.title)}
    >
      <form
        className={css.form}
        noValidate
        onKeyDown={submitOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ id: followUp.id, text: values.text });
        }}
      >
        <p className={css.before}>{followUp.text}</p>
        <Textarea
          label={t(($) => $.log.finish.text)}
          data-autofocus
          required
          value={values.text}
          error={errors.text}
          onChange={(event) => {
            change({ text: event.currentTarget.value });
            forget('text');
          }}
        />
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
