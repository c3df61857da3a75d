import { Textarea, type TextareaProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initialsBefore, phrasesFor } from '../../shared/dictionary/phrases.ts';
import type { PhraseField } from '../../shared/dictionary/types.ts';
import { desk } from '../app/client.ts';
import classes from './PhraseTextarea.module.css';
import { SuggestList } from './SuggestList.tsx';
import { useSuggestions } from './use-suggestions.ts';

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  /** Whose phrases are offered. */
  phrases: PhraseField;
  value: string;
  onChange: (text: string) => void;
};

/**
 * A long text that offers the quick phrases (快捷短语) of its field: two letters of a phrase's pinyin initials show them,
 * Enter or Tab takes the first, ↑↓ choose, Esc closes. Its height is fixed, so that 100 kB stay as fast as a line.
 */
export function PhraseTextarea({ phrases: field, value, onChange, onKeyDown, rows = 3, ...rest }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const all = useQuery(desk.dictionary.view.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data;
  const [caret, setCaret] = useState(0);
  const typed = initialsBefore(value, caret);
  const offered = phrasesFor(all?.phrases ?? [], field, typed);

  const insert = (n: number) => {
    const phrase = offered[n];
    const element = box.current;
    if (!phrase || !element) return;
    element.focus();
    element.setSelectionRange(caret - typed.length, caret);
    // As if typed: the field's own undo takes it back.
    document.execCommand('insertText', false, phrase.text);
  };
  const list = useSuggestions({ count: offered.length, of: typed, firstIsMeant: true, onChoose: insert });
  const follow = () => setCaret(box.current?.selectionStart ?? 0);

  return (
    <SuggestList
      id={list.id}
      label={t(($) => $.dictionary.phrases.offered)}
      opened={list.opened}
      suggestions={offered.map((p) => ({
        key: p.id,
        content: (
          <>
            <span className={classes.initials}>{p.initials.slice(0, 8)}</span>
            <span>{p.text}</span>
          </>
        ),
      }))}
      active={list.active}
      onChoose={insert}
    >
      <Textarea
        {...rest}
        ref={box}
        autosize={false}
        spellCheck={false}
        rows={rows}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          follow();
        }}
        onSelect={follow}
        onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => {
          list.onKeyDown(event);
          if (!event.isDefaultPrevented()) onKeyDown?.(event);
        }}
        {...list.fieldProps}
      />
    </SuggestList>
  );
}
