import { Textarea, type TextareaProps } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { PhraseField } from '../../shared/dictionary/types.ts';
import { PhraseList } from './PhraseList.tsx';
import { usePhrases } from './use-phrases.ts';

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  /** Whose phrases are offered. */
  phrases: PhraseField;
  value: string;
  onChange: (text: string) => void;
};

/**
 * A long text that offers the quick phrases (快捷短语) of its field: two letters of a phrase's pinyin initials show them,
 * Enter or Tab takes the first, ↑↓ choose, Esc closes. Its height is fixed: a long text must not be measured at each key.
 */
export function PhraseTextarea({ phrases: field, value, onChange, onKeyDown, rows = 3, ...rest }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const phrases = usePhrases(field, value, box);
  return (
    <PhraseList phrases={phrases}>
      <Textarea
        {...rest}
        ref={box}
        autosize={false}
        spellCheck={false}
        rows={rows}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          phrases.follow();
        }}
        onSelect={phrases.follow}
        onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => {
          phrases.list.onKeyDown(event);
          if (!event.isDefaultPrevented()) onKeyDown?.(event);
        }}
        {...phrases.list.fieldProps}
      />
    </PhraseList>
  );
}
