import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { FieldError } from '../../components/FieldError.tsx';
import classes from './forms.module.css';

const fields = ['reason', 'number'];

/** 注销编号: a form that was spoiled or never used, with its reason; permanent, by a shift lead. */
export function BlankFormsSpoil(props: { blockId: string; number: string; onClose: () => void }) {
  const { blockId, number, onClose } = props;
  const { t } = useTranslation();
  const { errors, report, clear } = useFormErrors(fields);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    clear();
    try {
      await deskClient.numbers.spoil({ blockId, number, reason });
      onClose();
    } catch (error) {
      report(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t(($) => $.papers.blank.spoilOne, { number })}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t(($) => $.common.reason)}
          description={t(($) => $.papers.blank.spoilNote)}
          required
          data-autofocus
          value={reason}
          error={errors.reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <FieldError>{errors.number}</FieldError>
        <div className={classes.foot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={busy}>
            {t(($) => $.papers.blank.spoil)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
