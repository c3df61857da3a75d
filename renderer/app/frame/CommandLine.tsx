import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseQuickLine } from '../../../shared/duty-log/quick-line.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import { en } from '../../locales/en.ts';
import { zhCN } from '../../locales/index.ts';
import { useAct } from '../act.ts';
import { desk, deskClient } from '../client.ts';
import { errorText } from '../errors.ts';
import { useHotkey } from '../hotkeys.ts';
import { BRIEFING_PAGE, navigate, POSTURE_PAGE } from '../route.ts';
import { openSearch } from '../search-door.ts';
import { useSession } from '../session.ts';
import classes from './CommandLine.module.css';
import { type Command, readCommand, type Verb } from './command.ts';

const verbList = Object.keys(zhCN.desk.command.verb) as Verb[];
const verbs = verbList.flatMap((verb) => [
  { verb, word: zhCN.desk.command.verb[verb] },
  { verb, word: en.desk.command.verb[verb] },
]);
const ANSWER_SHOWN_MS = 6000;
/** The page that opens says by itself that it worked. */
const opensPage: ReadonlySet<Verb> = new Set(['open', 'search', 'posture', 'emergency', 'briefing']);

/** Ctrl+K or `/`: verb, number, note; runs the same procedures as the buttons, and says beside it what went wrong. */
export function CommandLine() {
  const { t } = useTranslation();
  const { locked } = useSession();
  const act = useAct();
  const live = useQuery(desk.instructions.live.queryOptions()).data ?? [];
  const field = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState('');
  const [answer, setAnswer] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [focused, setFocused] = useState(false);
  const focus = () => field.current?.focus();
  useHotkey('Ctrl+K', focus, !locked, true);
  useHotkey('/', focus, !locked, true);

  const words = verbList.map((verb) => t(($) => $.desk.command.verb[verb]));
  const [typedVerb = '', typedNumber, ...note] = line.split(/\s+/);
  const suggestions =
    typedNumber === undefined
      ? words.filter((w) => line === '' || matchesPinyin(w, typedVerb)).map((w) => `${w} `)
      : note.length === 0
        ? live
            .filter((i) => i.number.includes(typedNumber) || matchesPinyin(i.place, typedNumber))
            .slice(0, 8)
            .map((i) => `${typedVerb} ${i.number.replace(/^\d{4}-0*/, '')} `)
        : [];
  const placeOf = (value: string) => {
    const number = value.split(' ')[1];
    return live.find((i) => i.number.replace(/^\d{4}-0*/, '') === number)?.place ?? '';
  };

  const problemText = (c: Extract<Command, { ok: false }>) => {
    const list = words.join(t(($) => $.common.listSeparator));
    return t(($) => $.desk.command[c.problem], { verb: c.verb, number: c.number, list });
  };

  const run = async () => {
    if (line.trim() === '' || busy) return;
    const command = readCommand(line, verbs, live);
    if (!command.ok) {
      setAnswer({ text: problemText(command), bad: true });
      return;
    }
    setBusy(true);
    try {
      await perform(command, act);
      setLine('');
      const done = {
        text: t(($) => $.desk.command.done, {
          number: command.instruction?.number ?? '',
          verb: t(($) => $.desk.command.verb[command.verb]),
        }),
        bad: false,
      };
      setAnswer(opensPage.has(command.verb) ? null : done);
      setTimeout(() => setAnswer((now) => (now === done ? null : now)), ANSWER_SHOWN_MS);
    } catch (error) {
      setAnswer({ text: errorText(error), bad: true });
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const first = suggestions[0];
    if (event.key === 'Tab' && !event.shiftKey && first !== undefined && line !== '' && first !== line) {
      event.preventDefault();
      setLine(first);
    }
    // An option the arrows have chosen is taken by the list itself.
    if (
      event.key === 'Enter' &&
      !event.defaultPrevented &&
      !field.current?.getAttribute('aria-activedescendant')
    )
      void run();
    if (event.key === 'Escape') {
      setAnswer(null);
      field.current?.blur();
    }
  };

  return (
    <div className={classes.box}>
      <Autocomplete
        ref={field}
        value={line}
        onChange={(value) => {
          setLine(value);
          setAnswer(null);
        }}
        data={[...new Set(suggestions)]}
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <span>
            {option.value} <span className={classes.dim}>{placeOf(option.value)}</span>
          </span>
        )}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        // An answer stands where the list would open.
        dropdownOpened={focused && answer === null && suggestions.length > 0}
        aria-label={t(($) => $.desk.command.label)}
        placeholder={t(($) => $.desk.command.placeholder)}
        title={t(($) => $.desk.command.help)}
        leftSection={<span className={classes.slash}>/</span>}
        size="sm"
        comboboxProps={{ position: 'top-start', shadow: 'none', width: 380 }}
        readOnly={busy}
        autoComplete="off"
      />
      {answer && (
        <div
          className={classes.answer}
          data-bad={answer.bad || undefined}
          role={answer.bad ? 'alert' : 'status'}
        >
          {answer.text}
        </div>
      )}
    </div>
  );
}

async function perform(
  command: Extract<Command, { ok: true }>,
  act: ReturnType<typeof useAct>,
): Promise<void> {
  const { verb, instruction: i, note } = command;
  if (verb === 'log') {
    const { kind, text, from, important } = parseQuickLine(note);
    await deskClient.dutyLog.add({ kind, text, from, important });
    return;
  }
  if (verb === 'search') {
    openSearch(note);
    return;
  }
  if (verb === 'posture' || verb === 'emergency') {
    navigate(POSTURE_PAGE);
    return;
  }
  if (verb === 'briefing') {
    navigate(BRIEFING_PAGE);
    return;
  }
  if (!i) return;
  switch (verb) {
    case 'open':
      navigate(`/instructions/${i.id}`);
      return;
    case 'take':
      await act(i, 'take', { takenBy: note });
      return;
    case 'enRoute':
      await act(i, 'enRoute', {});
      return;
    case 'onScene':
      await act(i, 'onScene', { text: note });
      return;
    case 'sceneReport':
      await act(i, 'sceneReport', { text: note });
      return;
    case 'resolve':
      await act(i, 'resolve', { text: note });
      return;
    case 'reportBack':
      await act(i, 'reportBack', { to: note });
      return;
    case 'close':
      await act(i, 'close', {});
  }
}
