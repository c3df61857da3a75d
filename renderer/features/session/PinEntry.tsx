import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, fieldMessage } from '../../app/errors.ts';
import { PinField } from '../../components/PinField.tsx';

type Props = {
  label: string;
  /** Refused without a person chosen. */
  ready: boolean;
  submit: (pin: string) => Promise<unknown>;
  autoFocus?: boolean;
};

/** One PIN field that submits itself with the sixth digit and forgets a wrong one. */
export function PinEntry({ label, ready, submit, autoFocus }: Props) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const send = async (typed: string) => {
    // Enter after the sixth digit submitted itself must not hide the answer to it.
    if (busy || (typed === '' && refusal !== '')) return;
    if (!ready || typed.length !== 6) {
      setRefusal(fieldMessage(ready ? 'pin' : 'choosePerson'));
      return;
    }
    setBusy(true);
    setRefusal('');
    try {
      await submit(typed);
    } catch (error) {
      setRefusal(errorText(error));
      field.current?.focus();
    } finally {
      setPin('');
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(pin);
      }}
      noValidate
    >
      <PinField
        ref={field}
        label={t(($) => $.session.pin)}
        value={pin}
        onChange={setPin}
        onComplete={(typed) => void send(typed)}
        error={refusal}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
      />
      <Button type="submit" variant="filled" fullWidth mt="sm" loading={busy}>
        {label}
      </Button>
    </form>
  );
}
