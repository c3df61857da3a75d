import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/duty-log/types.ts';
import { deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import css from './log.module.css';

/** Reports a follow-up done with its result. */
export function FinishDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.log.finish.title)}
      draft={`log.finish.${followUp.id}`}
      initial={{ text: '' }}
      submit={t(($) => $.common.save)}
      onClose={onClose}
      save={({ text }) => deskClient.followUps.done({ id: followUp.id, text })}
    >
      {({ values, errors, set }) => (
        <>
          <p className={css.before}>{followUp.text}</p>
          <Textarea
            label={t(($) => $.log.finish.text)}
            data-autofocus
            required
            value={values.text}
            error={errors.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
