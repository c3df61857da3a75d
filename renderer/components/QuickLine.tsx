import { Menu } from '@mantine/core';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseQuickLine } from '../../shared/duty-log/quick-line.ts';
import { type LogKind, logKinds } from '../../shared/duty-log/types.ts';
import { deskClient } from '../app/client.ts';
import { errorText } from '../app/errors.ts';
import { QUICK_LINE_ID } from '../app/quick-line.ts';
import { FieldError } from './FieldError.tsx';
import { Kbd } from './Kbd.tsx';
import { PhraseList } from './PhraseList.tsx';
import classes from './QuickLine.module.css';
import { Tag } from './Tag.tsx';
import { useDraft } from './use-draft.ts';
import { usePhrases } from './use-phrases.ts';

/** Beyond this the field has its full height in any case, and measuring the text would cost seconds. */
const LONG = 1000;

const empty: { line: string; kind: LogKind | null } = { line: '', kind: null };

/** One line, Enter saves. The kind is guessed and shown, and can be changed; what is not saved stays. */
export function QuickLine() {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft('quick-line', empty);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const parsed = parseQuickLine(values.line);
  const kind = values.kind ?? parsed.kind;
  const field = useRef<HTMLTextAreaElement>(null);
  const phrases = usePhrases('log', values.line, field);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what makes the field grow
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = box.value.length > LONG ? '100vh' : 'auto';
    if (box.value !== '' && box.value.length <= LONG) box.style.height = `${box.scrollHeight + 2}px`;
  }, [values.line]);

  const save = async () => {
    if (busy || parsed.text === '') return;
    setBusy(true);
    setRefusal('');
    try {
      await deskClient.dutyLog.add({
        kind,
        text: parsed.text,
        from: parsed.from,
        important: parsed.important,
      });
      clear();
    } catch (error) {
      setRefusal(`${errorText(error)} ${t(($) => $.desk.quick.kept)}`);
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    phrases.list.onKeyDown(event);
    if (event.isDefaultPrevented()) return;
    // Shift+Enter starts a new line; Enter while an input method composes only ends the composing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };

  return (
    <div>
      <div className={classes.row}>
        <Menu position="top-start">
          <Menu.Target>
            <button
              type="button"
              className={classes.kind}
              data-guessed={values.kind === null || undefined}
              aria-label={`${t(($) => $.desk.quick.kind)} ${t(($) => $.common.logKind[kind])}`}
            >
              {t(($) => $.common.logKind[kind])}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {logKinds.map((each) => (
              <Menu.Item key={each} onClick={() => change({ kind: each })}>
                {t(($) => $.common.logKind[each])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <PhraseList phrases={phrases} above>
          <textarea
            id={QUICK_LINE_ID}
            className={classes.input}
            ref={field}
            rows={1}
            value={values.line}
            placeholder={t(($) => $.desk.quick.placeholder)}
            aria-label={t(($) => $.desk.quick.label)}
            aria-invalid={refusal !== '' || undefined}
            aria-busy={busy || undefined}
            onChange={(event) => {
              change({ line: event.currentTarget.value });
              phrases.follow();
            }}
            onSelect={phrases.follow}
            onKeyDown={onKeyDown}
            {...phrases.list.fieldProps}
          />
        </PhraseList>
        <button
          type="button"
          className={classes.save}
          disabled={busy || parsed.text === ''}
          onClick={() => void save()}
        >
          <Kbd>Enter</Kbd> {busy ? t(($) => $.common.saving) : t(($) => $.desk.quick.saveHint)}
        </button>
      </div>
      {(parsed.from || parsed.important) && (
        <div className={classes.marks}>
          {parsed.important && <Tag tone="critical">{t(($) => $.desk.quick.important)}</Tag>}
          {parsed.from && <Tag>{t(($) => $.desk.quick.from, { from: parsed.from })}</Tag>}
        </div>
      )}
      <FieldError>{refusal}</FieldError>
    </div>
  );
}
