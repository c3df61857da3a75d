import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BureauPreview } from '../../../shared/contract/settings.ts';
import { deskClient } from '../../app/client.ts';
import { errorText, fieldMessage } from '../../app/errors.ts';
import { FieldError } from '../../components/FieldError.tsx';
import classes from './setup.module.css';

const LIMIT = 5_000_000;
/** Longer pasted text is kept but not laid out: a text area with megabytes would freeze the window. */
const SHOWN = 20_000;

type Props = {
  text: string;
  preview: BureauPreview | null;
  onText: (text: string) => void;
  onPreview: (preview: BureauPreview) => void;
};

/** A bureau file chosen or pasted; the check says what it holds or every fault with its path. */
export function BureauFileField({ text, preview, onText, onPreview }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  const check = async (content: string) => {
    onText(content);
    setRefusal('');
    if (content.trim() === '') return;
    if (content.length > LIMIT) {
      setRefusal(t(($) => $.session.wizard.tooBig));
      return;
    }
    setBusy(true);
    try {
      onPreview(await deskClient.bureau.preview({ text: content }));
    } catch (error) {
      setRefusal(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={classes.fields}>
      <div className={classes.row}>
        <FileButton
          accept=".json,application/json"
          onChange={async (file) => file && check(await file.text())}
        >
          {(props) => (
            <Button {...props} loading={busy}>
              {t(($) => $.session.wizard.file)}
            </Button>
          )}
        </FileButton>
        <Button onClick={() => check(text)} disabled={text.trim() === ''} loading={busy}>
          {t(($) => $.session.wizard.check)}
        </Button>
      </div>
      <Textarea
        label={t(($) => $.session.wizard.filePaste)}
        autosize={false}
        rows={6}
        value={text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
        readOnly={text.length > SHOWN}
        onChange={(e) => onText(e.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault();
          void check(event.clipboardData.getData('text'));
        }}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
      />
      <FieldError>{refusal}</FieldError>
      {preview && <PreviewResult preview={preview} />}
    </div>
  );
}

function PreviewResult({ preview }: { preview: BureauPreview }) {
  const { t } = useTranslation();
  if (preview.ok) {
    return (
      <div className={classes.good} role="status">
        <strong>{preview.siteName}</strong>
        <div>{t(($) => $.session.wizard.counts, preview.counts)}</div>
        <div className={classes.hint}>{t(($) => $.session.wizard.fileOk)}</div>
      </div>
    );
  }
  return (
    <div className={classes.bad} role="alert">
      <strong>{t(($) => $.session.wizard.fileErrors, { count: preview.errors.length })}</strong>
      <ul className={classes.errors}>
        {preview.errors.map((error, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one path may have two faults, and the list never changes
          <li key={`${error.path} ${error.message} ${n}`}>
            {error.path && <code className={classes.path}>{error.path}</code>}{' '}
            {fieldMessage(error.message, { value: '', ...error.params })}
          </li>
        ))}
      </ul>
    </div>
  );
}
