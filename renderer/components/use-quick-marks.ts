import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markBefore } from '../../shared/duty-log/quick-line.ts';
import { logKinds } from '../../shared/duty-log/types.ts';
import { desk } from '../app/client.ts';
import { useNames } from './log/NameInput.tsx';
import { matchesPinyin } from './pinyin.ts';
import { useSuggestions } from './use-suggestions.ts';

const OFFERED = 8;

/** Whoever has been named in today's log as a source: people who call once call again. */
function useCallers(): { name: string; note: string }[] {
  const day = useQuery(desk.dutyLog.day.queryOptions({ input: {} })).data;
  const named = (day?.entries ?? []).filter((e) => e.from !== '' && !/\s/.test(e.from));
  return named.reverse().map((e) => ({ name: e.from, note: e.phone }));
}

/**
 * What the `#` or `@` before the caret may mean: kinds of entry, or people, units and callers; Enter or Tab takes the first.
 * The field calls `follow` whenever its caret may have moved.
 */
export function useQuickMarks(line: string, box: RefObject<HTMLTextAreaElement | null>) {
  const { t } = useTranslation();
  const [caret, setCaret] = useState(0);
  const owners = useNames('owners');
  const callers = useCallers();
  const mark = markBefore(line, caret);
  const kinds = logKinds.map((kind) => ({ name: t(($) => $.common.logKind[kind]), note: '' }));
  const all = mark?.sign === '#' ? kinds : [...callers, ...owners].filter((n) => !/\s/.test(n.name));
  const unique = all.filter((each, n) => all.findIndex((a) => a.name === each.name) === n);
  const fitting = mark ? unique.filter((n) => matchesPinyin(n.name, mark.typed)) : [];
  // What stands there whole is no longer being asked for.
  const whole = fitting.length === 1 && fitting[0]?.name === mark?.typed;
  const offered = whole ? [] : fitting.slice(0, OFFERED);

  const insert = (n: number) => {
    const chosen = offered[n];
    const element = box.current;
    if (!chosen || !element || !mark) return;
    element.focus();
    element.setSelectionRange(caret - mark.typed.length, caret);
    // As if typed: the field's own undo takes it back.
    document.execCommand('insertText', false, `${chosen.name} `);
  };
  const list = useSuggestions({
    count: offered.length,
    of: `${mark?.sign ?? ''}${mark?.typed ?? ''}`,
    firstIsMeant: true,
    onChoose: insert,
  });
  return { list, offered, insert, follow: () => setCaret(box.current?.selectionStart ?? 0) };
}
