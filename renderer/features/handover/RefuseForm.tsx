import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessage } from '../../app/errors.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './items.module.css';

type Props = {
  itemId: string;
  initial: string;
  disabled: boolean;
  onRefuse: (reason: string) => void;
  onCancel: () => void;
};

/** Why an item is refused: it is printed and stays the outgoing lead's. Esc closes, what was typed stays. */
export function RefuseForm({ itemId, initial, disabled, onRefuse, onCancel }: Props) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`handover.refuse.${itemId}`, { reason: initial });
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.reason.trim() === '') {
      setError(fieldMessage('required'));
      return;
    }
    onRefuse(values.reason);
    clear();
  };
  return (
    <form
      className={css.refuse}
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextInput
        label={t(($) => $.handover.check.reason)}
        required
        autoFocus
        maxLength={300}
        value={values.reason}
        error={error}
        onChange={(event) => {
          change({ reason: event.currentTarget.value });
          setError(undefined);
        }}
      />
      <Button onClick={onCancel}>{t(($) => $.handover.check.cancelRefuse)}</Button>
      <Button type="submit" variant="outline" color="red" disabled={disabled}>
        {t(($) => $.handover.check.refuseNow)}
      </Button>
    </form>
  );
}
