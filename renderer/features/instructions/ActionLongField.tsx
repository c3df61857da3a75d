import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PhraseField } from '../../../shared/dictionary/types.ts';
import { PhraseTextarea } from '../../components/PhraseTextarea.tsx';
import type { ActionFieldProps } from './ActionField.tsx';

/** A text of several lines, with the quick phrases of its field where it has some. */
export function LongField({
  field,
  value,
  error,
  onChange,
  autoFocus,
  label,
  phrases,
}: ActionFieldProps & { label: string; phrases: PhraseField | undefined }) {
  const { t } = useTranslation();
  const hint =
    field.name === 'despite'
      ? t(($) => $.instructions.hint.despite)
      : field.name === 'order.text'
        ? t(($) => $.instructions.hint.orderText)
        : undefined;
  const common = {
    label,
    required: field.required,
    error,
    description: hint,
    value,
    'data-autofocus': autoFocus || undefined,
  };
  if (phrases) return <PhraseTextarea {...common} phrases={phrases} onChange={onChange} />;
  return <Textarea {...common} onChange={(e) => onChange(e.currentTarget.value)} />;
}
