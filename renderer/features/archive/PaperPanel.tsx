import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperMatch } from '../../../shared/archive/types.ts';
import { untilThen } from '../../../shared/archive/until.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Panel } from '../../components/Panel.tsx';
import { useAudit } from '../../components/record/use-audit.ts';
import css from './archive.module.css';
import { matchText } from './match-text.ts';
import { type WholePart, wholeParts } from './proven.ts';

const fields = ['text'] as const;

/** 按纸面核对: the fingerprint of an old sheet, typed or scanned, leads to its record and says whether it still is the same. */
export function PaperPanel({ onShow }: { onShow: (sha256: string) => void }) {
  const { t } = useTranslation();
  const { errors, report, clear } = useFormErrors(fields);
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [match, setMatch] = useState<PaperMatch | null>(null);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    clear();
    try {
      const found = await deskClient.archive.find({ text });
      // Whether the record up to then is unchanged takes the whole of it.
      if (found.found === 'sheet' || found.found === 'event')
        queries.setQueryData(desk.audit.status.queryKey(), await deskClient.audit.start());
      setMatch(found);
      if ((found.found === 'sheet' || found.found === 'document') && found.row) onShow(found.row.sha256);
    } catch (error) {
      setMatch(null);
      report(error);
    }
  };
  return (
    <Panel title={t(($) => $.archive.paper.title)}>
      <form className={css.paper} onSubmit={(event) => void find(event)}>
        <TextInput
          className={css.grow}
          label={t(($) => $.archive.paper.field)}
          description={t(($) => $.archive.paper.hint)}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          classNames={{ input: css.hexInput ?? '' }}
          value={text}
          error={errors.text}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            clear('text');
          }}
        />
        <Button type="submit" variant="filled">
          {t(($) => $.archive.paper.find)}
        </Button>
      </form>
      {match && <Found match={match} onShow={onShow} />}
    </Panel>
  );
}

function Found({ match, onShow }: { match: PaperMatch; onShow: (sha256: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = match.found === 'sheet' || match.found === 'event';
  const differs = known ? match.differs : [];
  const bad = match.found === 'none' || differs.length > 0;
  const row = match.found === 'sheet' || match.found === 'document' ? match.row : null;
  return (
    <div className={css.match} role={bad ? 'alert' : 'status'} data-bad={bad || undefined}>
      <p>
        {bad ? '▲' : '✓'} {matchText(match, format)}
        {differs.includes('number') && ` ${t(($) => $.archive.paper.differsNumber)}`}
        {differs.includes('seq') && ` ${t(($) => $.archive.paper.differsSeq)}`}
      </p>
      {known && <UntilThen seq={match.seq} />}
      {row && (
        <Button size="compact-md" onClick={() => onShow(row.sha256)}>
          {t(($) => $.archive.paper.show)}
        </Button>
      )}
    </div>
  );
}

const marks: Record<WholePart, readonly [mark: string, tone: 'good' | 'warn' | 'bad' | 'plain']> = {
  whole: ['✓', 'good'],
  wholeLater: ['◆', 'warn'],
  wholeFiles: ['◆', 'warn'],
  wholeDatabase: ['◆', 'warn'],
  wholeChanged: ['▲', 'bad'],
  wholeNot: ['', 'plain'],
};

/** Whether the record up to the paper is unchanged, as soon as the check that was begun for it ends. */
function UntilThen({ seq }: { seq: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const status = useAudit();
  if (!status || status.running) {
    const part = status?.running?.progress.phase ?? 'file';
    return <p>{t(($) => $.archive.audit.running, { part: t(($) => $.archive.audit.phase[part]) })}</p>;
  }
  const { last } = status;
  const part = wholeParts[last ? untilThen(last.verdict, seq) : 'notYet'];
  const [mark, tone] = marks[part];
  const words = { seq: seq.toLocaleString('en'), at: last ? format.dateTime(last.atMs) : '' };
  return (
    <p className={css[tone]}>
      {mark} {t(($) => $.archive.check[part], words) + t(($) => $.archive.check.end)}
    </p>
  );
}
