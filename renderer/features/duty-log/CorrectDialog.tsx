import { Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import css from './log.module.css';

/** 更正: the old text is struck through and stays, the new one follows with the reason. */
export function CorrectDialog({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.log.correct.title)}
      draft={`log.correct.${entry.id}`}
      initial={{ text: entry.text, reason: '' }}
      submit={t(($) => $.log.correct.action)}
      size="lg"
      onClose={onClose}
      save={async (values) => {
        await deskClient.dutyLog.correct({ id: entry.id, ...values });
        notifications.show({ message: t(($) => $.log.correct.saved), autoClose: 3000 });
      }}
    >
      {({ values, errors, set }) => (
        <>
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
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <TextInput
            label={t(($) => $.log.correct.reason)}
            required
            value={values.reason}
            error={errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
