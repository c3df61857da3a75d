import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { engineNow, useNow } from '../app/now.ts';
import { readTime, type TimeSense } from './time-text.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** What was typed. It stays text until the form is saved, so that nothing typed is ever lost. */
  value: string;
  onChange: (text: string) => void;
  sense?: TimeSense;
  /** An empty field means the present. */
  emptyIsNow?: boolean;
};

/** A time as people type it; says which day it understood when that is not today. Ctrl+; writes the present. */
export function TimeField({ value, onChange, sense = 'past', emptyIsNow, description, ...rest }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const now = useNow(60_000);
  const understood = value.trim() === '' ? undefined : readTime(value, now, format.timeZone, sense);
  const otherDay = understood !== undefined && format.isoDate(understood) !== format.isoDate(now);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !event.ctrlKey || event.key !== ';') return;
    event.preventDefault();
    onChange(format.timeSeconds(engineNow()));
  };

  return (
    <TextInput
      ref={input}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      placeholder={
        emptyIsNow ? `${t(($) => $.common.now)} ${format.time(now)}` : t(($) => $.common.timeExample)
      }
      description={
        otherDay ? t(($) => $.common.timeYesterday, { at: format.dateTime(understood) }) : description
      }
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  );
}
