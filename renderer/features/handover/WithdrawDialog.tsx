import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './handover.module.css';

type Props = { handoverId: string; onClose: () => void };

/** Takes a frozen sheet back with a reason: the relief did not come, or the wrong crew was named. */
export function WithdrawDialog({ handoverId, onClose }: Props) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`handover.withdraw.${handoverId}`, { reason: '' });
  const { errors, report, clear: forget } = useFormErrors(['reason']);
  const save = useMutation(
    desk.handover.withdraw.mutationOptions({
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
      title={t(($) => $.handover.withdraw.title)}
    >
      <form
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ handoverId, reason: values.reason });
        }}
      >
        <p className={css.dim}>{t(($) => $.handover.withdraw.text)}</p>
        <TextInput
          label={t(($) => $.common.reason)}
          required
          data-autofocus
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
            {t(($) => $.handover.withdraw.action)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
