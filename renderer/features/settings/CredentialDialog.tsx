import { Button, Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import { deskClient } from '../../app/client.ts';
import { PinField } from '../../components/PinField.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

/** An administrator sets a first or forgotten password or PIN. */
export function CredentialDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const { errors, busy, save } = useSave(['password', 'pin']);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const ok = await save(() =>
      deskClient.people.setCredential({
        personId: person.id,
        password: password || undefined,
        pin: pin || undefined,
      }),
    );
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`${t(($) => $.settings.people.setCredential)} ${person.name}`}>
      <form onSubmit={submit} noValidate>
        <p className={classes.dim}>{t(($) => $.settings.own.hint)}</p>
        <PasswordInput
          label={t(($) => $.session.password)}
          value={password}
          error={errors.password}
          autoComplete="new-password"
          onChange={(e) => setPassword(e.currentTarget.value)}
          data-autofocus
        />
        <PinField mt="sm" value={pin} error={errors.pin} onChange={setPin} />
        <div className={classes.foot}>
          <Button type="submit" variant="filled" loading={busy} disabled={password === '' && pin === ''}>
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
