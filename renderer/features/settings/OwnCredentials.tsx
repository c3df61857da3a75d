import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { Panel } from '../../components/Panel.tsx';
import { PinField } from '../../components/PinField.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const empty = { current: '', password: '', pin: '' };

/** Everyone changes their own password and PIN by proving the present password. */
export function OwnCredentials() {
  const { t } = useTranslation();
  const [values, setValues] = useState(empty);
  const { errors, busy, saved, save } = useSave(['current', 'password', 'pin']);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { current, password, pin } = values;
    const ok = await save(() =>
      deskClient.people.changeOwn({ current, password: password || undefined, pin: pin || undefined }),
    );
    if (ok) setValues(empty);
  };
  return (
    <Panel title={t(($) => $.settings.own.title)} note={t(($) => $.settings.own.hint)}>
      <form onSubmit={submit} noValidate>
        <div className={classes.pairs}>
          <PasswordInput
            className={classes.full}
            label={t(($) => $.settings.own.current)}
            value={values.current}
            error={errors.current}
            onChange={(e) => setValues({ ...values, current: e.currentTarget.value })}
          />
          <PasswordInput
            label={t(($) => $.settings.own.password)}
            value={values.password}
            error={errors.password}
            autoComplete="new-password"
            onChange={(e) => setValues({ ...values, password: e.currentTarget.value })}
          />
          <PinField
            label={t(($) => $.settings.own.pin)}
            value={values.pin}
            error={errors.pin}
            onChange={(pin) => setValues({ ...values, pin })}
          />
        </div>
        <div className={classes.foot}>
          {saved && <span className={classes.good}>{t(($) => $.settings.own.saved)}</span>}
          <Button type="submit" variant="filled" loading={busy}>
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
