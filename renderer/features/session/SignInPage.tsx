import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/client.ts';
import { errorText, useFormErrors } from '../../app/errors.ts';
import { Clock } from '../../components/Clock.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import classes from './session.module.css';

/** Password sign-in: opens the desk's session, after which a PIN is enough. */
export function SignInPage({ siteName, deskName }: { siteName: string; deskName: string }) {
  const { t } = useTranslation();
  const [staffNo, setStaffNo] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { errors, setErrors, clear } = useFormErrors();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const required = t(($) => $.field.required);
    const missing = {
      ...(staffNo.trim() ? {} : { staffNo: required }),
      ...(password ? {} : { password: required }),
    };
    setErrors(missing);
    setRefusal('');
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await session({ op: 'signIn', staffNo: staffNo.trim(), password });
    } catch (error) {
      setPassword('');
      setRefusal(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={classes.page} aria-label={t(($) => $.session.title)}>
      <div className={classes.clockLine}>
        <Clock />
      </div>
      <form className={classes.box} onSubmit={submit} noValidate>
        <div>
          <h1 className={classes.title}>{deskName || t(($) => $.common.appName)}</h1>
          <p className={classes.dim}>{siteName}</p>
        </div>
        <TextInput
          label={t(($) => $.session.staffNo)}
          value={staffNo}
          onChange={(e) => {
            setStaffNo(e.currentTarget.value);
            clear('staffNo');
          }}
          error={errors.staffNo}
          autoFocus
          autoComplete="off"
        />
        <PasswordInput
          label={t(($) => $.session.password)}
          value={password}
          onChange={(e) => {
            setPassword(e.currentTarget.value);
            clear('password');
          }}
          error={errors.password}
          autoComplete="off"
        />
        <FieldError>{refusal}</FieldError>
        <Button type="submit" variant="filled" size="md" loading={busy}>
          {t(($) => $.session.signIn)}
        </Button>
      </form>
    </main>
  );
}
