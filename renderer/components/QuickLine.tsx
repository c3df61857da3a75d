import { Menu } from '@mantine/core';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseQuickLine } from '../../shared/duty-log/quick-line.ts';
import { logKinds } from '../../shared/duty-log/types.ts';
import { LONG_TEXT } from '../../shared/fields.ts';
import { deskClient } from '../app/client.ts';
import { errorText } from '../app/errors.ts';
import { QUICK_LINE_ID } from '../app/quick-line.ts';
import { FileLines } from './attachments/FileLines.tsx';
import { FilesLeftOut } from './attachments/FilesLeftOut.tsx';
import { useFileDrop } from './attachments/use-file-drop.ts';
import { useUploads } from './attachments/use-uploads.ts';
import { FieldError } from './FieldError.tsx';
import { Kbd } from './Kbd.tsx';
import classes from './QuickLine.module.css';
import { QuickLineMarks } from './QuickLineMarks.tsx';
import { both, QuickLineOffers } from './QuickLineOffers.tsx';
import { putBack, type TypedLine } from './quick-line-sent.ts';
import { useDraft } from './use-draft.ts';
import { usePhrases } from './use-phrases.ts';
import { useQuickMarks } from './use-quick-marks.ts';
import { useSentLine } from './use-sent-line.ts';

/** Beyond this the field has its full height in any case, and measuring the text would cost seconds. */
const LONG = 1000;

const DRAFT = 'quick-line';
const empty: TypedLine = { line: '', kind: null };

/**
 * One line, Enter saves and leaves the field free at once. The kind is guessed and shown, and can be changed; what is not
 * saved comes back before what has been typed since. Pictures and recordings pasted or dropped go with the entry.
 */
export function QuickLine() {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(DRAFT, empty);
  const send = useSentLine(DRAFT, (sent) => change((since) => putBack(sent, since)));
  const uploads = useUploads(DRAFT);
  const drop = useFileDrop(uploads.add);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const parsed = useMemo(() => parseQuickLine(values.line), [values.line]);
  const kind = values.kind ?? parsed.kind;
  const field = useRef<HTMLTextAreaElement>(null);
  const marks = useQuickMarks(values.line, field);
  // Letters after # or @ mean a kind or a name, never a phrase.
  const phrases = usePhrases('log', marks.offered.length > 0 ? '' : values.line, field);
  const offer = marks.offered.length > 0 ? marks : phrases;
  const follow = () => {
    marks.follow();
    phrases.follow();
  };
  const tooLong = parsed.text.length > LONG_TEXT;
  const tooLongWords = t(($) => $.desk.quick.tooLong, {
    count: parsed.text.length,
    limit: LONG_TEXT.toLocaleString('en'),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what makes the field grow
  useLayoutEffect(() => {
    // A line that comes back moves the caret without a key.
    follow();
    const box = field.current;
    if (!box) return;
    box.style.height = box.value.length > LONG ? '100vh' : 'auto';
    if (box.value !== '' && box.value.length <= LONG) box.style.height = `${box.scrollHeight + 2}px`;
  }, [values.line]);

  const save = async () => {
    if (busy || parsed.text === '' || tooLong || uploads.busy) return;
    const settled = send(values);
    if (!settled) return;
    const files = uploads.items;
    let saved = false;
    // What is typed from now on is the next line.
    clear();
    setBusy(true);
    setRefusal('');
    try {
      await deskClient.dutyLog.add({
        kind,
        text: parsed.text,
        from: parsed.from,
        important: parsed.important,
        attachments: uploads.attachments,
      });
      saved = true;
      for (const { key } of files) uploads.remove(key);
    } catch (error) {
      uploads.report(error);
      setRefusal(`${errorText(error)} ${t(($) => $.desk.quick.kept)}`);
    } finally {
      settled(saved);
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    offer.list.onKeyDown(event);
    if (event.isDefaultPrevented()) return;
    // Shift+Enter starts a new line; Enter while an input method composes only ends the composing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };

  return (
    <div {...drop.props}>
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
        <QuickLineOffers marks={marks} phrases={phrases}>
          <textarea
            id={QUICK_LINE_ID}
            className={classes.input}
            ref={field}
            rows={1}
            value={values.line}
            placeholder={t(($) => $.desk.quick.placeholder)}
            aria-label={t(($) => $.desk.quick.label)}
            aria-invalid={refusal !== '' || tooLong || undefined}
            aria-busy={busy || undefined}
            onChange={(event) => {
              change({ line: event.currentTarget.value });
              follow();
            }}
            onSelect={follow}
            onKeyDown={onKeyDown}
            {...both(marks.list.fieldProps, phrases.list.fieldProps, offer.list.fieldProps)}
          />
        </QuickLineOffers>
        <button
          type="button"
          className={classes.save}
          disabled={busy || parsed.text === '' || tooLong || uploads.busy}
          onClick={() => void save()}
        >
          <Kbd>Enter</Kbd> {busy ? t(($) => $.common.saving) : t(($) => $.desk.quick.saveHint)}
        </button>
      </div>
      <QuickLineMarks text={parsed.text} from={parsed.from} important={parsed.important} />
      {(uploads.items.length > 0 || drop.over) && <FileLines uploads={uploads} over={drop.over} compact />}
      {uploads.refused > 0 && <FilesLeftOut n={uploads.refused} />}
      <FieldError>{tooLong ? tooLongWords : refusal}</FieldError>
    </div>
  );
}
