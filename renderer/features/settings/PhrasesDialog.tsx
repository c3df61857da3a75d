import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

type Props = {
  title: string;
  label: string;
  text: string;
  save: (text: string) => Promise<unknown>;
  onClose: () => void;
};

const fields = ['text'];

/** Adds or edits one phrase or code. */
export function PhrasesDialog({ title, label, text, save: saveText, onClose }: Props) {
  const { t } = useTranslation();
  const [value, setValue] = useState(text);
  const { errors, busy, save } = useSave(fields);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (await save(() => saveText(value))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Textarea
          label={label}
          required
          value={value}
          error={errors.text}
          onChange={(e) => setValue(e.currentTarget.value)}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <div className={classes.foot}>
          <Button type="submit" variant="filled" loading={busy}>
            {t(($) => $.common.save)}&nbsp;<Kbd>Enter</Kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
