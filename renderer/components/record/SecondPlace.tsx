import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../../shared/backup/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall } from '../../app/session.ts';
import { problemText } from './problem-text.ts';
import css from './record.module.css';

const fields = ['folder'] as const;

/** The second place for copies: another disk or share, set by an administrator, with how the last copy went. */
export function SecondPlace({ status }: { status: BackupStatus }) {
  const { t } = useTranslation();
  const may = useMayCall();
  const queries = useQueryClient();
  const { errors, report, clear } = useFormErrors(fields);
  const { second } = status;
  const [folder, setFolder] = useState(second?.folder ?? '');
  const [busy, setBusy] = useState(false);
  const set = async (next: string | null) => {
    setBusy(true);
    clear();
    try {
      queries.setQueryData(
        desk.backup.status.queryKey(),
        await deskClient.backup.setSecond({ folder: next }),
      );
      if (next === null) setFolder('');
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void set(folder);
  };
  return (
    <form onSubmit={onSubmit} className={css.stack}>
      {may('backup.setSecond') ? (
        <div className={css.row}>
          <TextInput
            className={css.grow}
            label={t(($) => $.archive.backup.second)}
            description={t(($) => $.archive.backup.secondHint)}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            value={folder}
            error={errors.folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            {t(($) => $.archive.backup.secondSave)}
          </Button>
          {second && (
            <Button onClick={() => void set(null)} disabled={busy}>
              {t(($) => $.archive.backup.secondForget)}
            </Button>
          )}
        </div>
      ) : (
        <dl className={css.facts}>
          <dt>{t(($) => $.archive.backup.second)}</dt>
          <dd>{second?.folder ?? '—'}</dd>
        </dl>
      )}
      <State second={second} />
    </form>
  );
}

function State({ second }: { second: BackupStatus['second'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!second) return <p className={css.dim}>{t(($) => $.archive.backup.secondNone)}</p>;
  if (second.problem) {
    return (
      <p className={css.bad} role="alert">
        ▲{' '}
        {t(($) => $.archive.backup.secondProblemAt, {
          at: format.dateTime(second.problem.atMs),
          why: problemText(second.problem),
        })}
      </p>
    );
  }
  return (
    <p className={css.dim}>
      {second.lastAtMs === null
        ? t(($) => $.archive.backup.secondNever)
        : t(($) => $.archive.backup.secondLast, { at: format.dateTime(second.lastAtMs) })}
    </p>
  );
}
