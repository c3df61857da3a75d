import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import css from './handover.module.css';

type Props = { handoverId: string; onClose: () => void };

/** Takes a frozen sheet back with a reason: the relief did not come, or the wrong crew was named. */
export function WithdrawDialog({ handoverId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.handover.withdraw.title)}
      draft={`handover.withdraw.${handoverId}`}
      initial={{ reason: '' }}
      submit={t(($) => $.handover.withdraw.action)}
      onClose={onClose}
      save={({ reason }) => deskClient.handover.withdraw({ handoverId, reason })}
    >
      {({ values, errors, set }) => (
        <>
          <p className={css.dim}>{t(($) => $.handover.withdraw.text)}</p>
          <TextInput
            label={t(($) => $.common.reason)}
            required
            data-autofocus
            value={values.reason}
            error={errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
