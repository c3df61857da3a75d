import { Button, Modal, type ModalProps } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldErrors, useFormErrors } from '../app/errors.ts';
import css from './FormDialog.module.css';
import { Kbd } from './Kbd.tsx';
import { submitOnCtrlEnter } from './submit-on-ctrl-enter.ts';
import { useDraft } from './use-draft.ts';

type Fields<T> = { values: T; errors: FieldErrors; set: (patch: Partial<T>) => void };

type Props<T extends object> = {
  title: string;
  /** The draft's name, and what the form begins with. Its keys are the fields that may be refused. */
  draft: string;
  initial: T;
  submit: string;
  size?: ModalProps['size'];
  onClose: () => void;
  /** Sends what was typed; a refusal stands at its field and the dialog stays open. */
  save: (values: T) => Promise<unknown>;
  children: (fields: Fields<T>) => ReactNode;
};

/** A small form over the page: a draft that outlives closing, errors at the fields, Ctrl+Enter sends. */
export function FormDialog<T extends object>(props: Props<T>) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(props.draft, props.initial);
  const { errors, report, clear: forget } = useFormErrors(Object.keys(props.initial));
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await props.save(values);
      clear();
      props.onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const set = (patch: Partial<T>) => {
    change(patch);
    for (const field of Object.keys(patch)) forget(field);
  };

  return (
    <Modal
      opened
      onClose={props.onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size={props.size}
      title={props.title}
    >
      <form className={css.form} noValidate onSubmit={send} onKeyDown={submitOnCtrlEnter}>
        {props.children({ values, errors, set })}
        <div className={css.foot}>
          <Button onClick={props.onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={busy}>
            {props.submit}&nbsp;<Kbd>Ctrl+Enter</Kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
