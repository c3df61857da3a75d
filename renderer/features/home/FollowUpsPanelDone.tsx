import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/duty-log/types.ts';
import { deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useDraft } from '../../components/use-draft.ts';

/** Reports a follow-up of the log done; Ctrl+Enter saves, closing keeps the draft. */
export function FollowUpsPanelDone({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`follow-up:${followUp.id}`, { text: '' });
  const { errors, report, clear: clearErrors } = useFormErrors(['text']);
  const [busy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    clearErrors();
    try {
      await deskClient.followUps.done({ id: followUp.id, text: values.text });
      clear();
      onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void submit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(($) => $.desk.followUps.doneTitle, { text: followUp.text.slice(0, 40) })}
    >
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <Textarea
          label={t(($) => $.desk.followUps.result)}
          value={values.text}
          onChange={(e) => {
            change({ text: e.currentTarget.value });
            clearErrors('text');
          }}
          error={errors.text}
          data-autofocus
        />
        <Button type="submit" variant="filled" mt="md" loading={busy}>
          {t(($) => $.common.save)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
        </Button>
      </form>
    </Modal>
  );
}
