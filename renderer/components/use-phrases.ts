import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { initialsBefore, phrasesFor } from '../../shared/dictionary/phrases.ts';
import type { PhraseField } from '../../shared/dictionary/types.ts';
import { desk } from '../app/client.ts';
import { useSuggestions } from './use-suggestions.ts';

/**
 * The quick phrases (快捷短语) that the letters before the caret mean, and the keys of their list. The field calls `follow`
 * whenever its caret may have moved.
 */
export function usePhrases(field: PhraseField, value: string, box: RefObject<HTMLTextAreaElement | null>) {
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
  return { list, offered, insert, follow: () => setCaret(box.current?.selectionStart ?? 0) };
}
