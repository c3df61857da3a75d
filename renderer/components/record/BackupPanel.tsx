import { Button, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BackupFact, BackupProgress, BackupStatus } from '../../../shared/backup/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../Panel.tsx';
import { problemText } from './problem-text.ts';
import css from './record.module.css';
import { SecondPlace } from './SecondPlace.tsx';
import { sizeText } from './size-text.ts';

const WHILE_RUNNING_MS = 400;

/** 备份: the last one that was verified, what failed, one at once, and the second place. */
export function BackupPanel() {
  const { t } = useTranslation();
  const may = useMayCall();
  const queries = useQueryClient();
  const status = useQuery(
    desk.backup.status.queryOptions({
      refetchInterval: (query) => (query.state.data?.running ? WHILE_RUNNING_MS : 60_000),
    }),
  ).data;
  const begin = async () => {
    try {
      queries.setQueryData(desk.backup.status.queryKey(), await deskClient.backup.now());
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Panel
      title={t(($) => $.archive.backup.title)}
      actions={
        may('backup.now') && (
          <Button variant="filled" onClick={() => void begin()} disabled={status?.running !== null}>
            {t(($) => $.archive.backup.now)}
          </Button>
        )
      }
    >
      <div className={css.stack}>
        <p className={css.dim}>{t(($) => $.archive.backup.intro)}</p>
        {status && <Facts status={status} />}
        {status?.running && <Running progress={status.running} />}
        {status && <SecondPlace status={status} />}
      </div>
    </Panel>
  );
}

function Facts({ status }: { status: BackupStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { last, problem, overdue } = status;
  return (
    <>
      {problem && (
        <p className={css.bad} role="alert">
          ▲{' '}
          {t(($) => $.archive.backup.problemAt, {
            at: format.dateTime(problem.atMs),
            why: problemText(problem),
          })}
        </p>
      )}
      {overdue && !problem && (
        <p className={css.warn} role="alert">
          ◆ {t(($) => $.archive.backup.overdue)}
        </p>
      )}
      <dl className={css.facts}>
        <dt>{t(($) => $.archive.backup.last)}</dt>
        <dd>{last ? <Last last={last} /> : t(($) => $.archive.backup.none)}</dd>
        <dt>{t(($) => $.archive.backup.kept)}</dt>
        <dd>
          {t(($) => $.archive.backup.keptText, { count: status.kept, size: sizeText(status.keptBytes) })}
        </dd>
        <dt>{t(($) => $.archive.backup.folder)}</dt>
        <dd>{status.folder}</dd>
      </dl>
    </>
  );
}

function Last({ last }: { last: BackupFact }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const words = {
    at: format.dateTime(last.atMs),
    reason: t(($) => $.archive.backup.reason[last.reason]),
    size: sizeText(last.bytes),
    seq: last.seq.toLocaleString('en'),
  };
  const age = now - last.atMs;
  if (age < 60_000) return t(($) => $.archive.backup.lastNow, words);
  return t(($) => $.archive.backup.lastText, { ...words, ago: format.duration(age) });
}

function Running({ progress }: { progress: BackupProgress }) {
  const { t } = useTranslation();
  const words = t(($) => $.archive.backup.phase[progress.phase]);
  return (
    <div role="status">
      <p className={css.line}>{words}</p>
      <Progress value={(100 * progress.doneBytes) / Math.max(1, progress.totalBytes)} aria-label={words} />
    </div>
  );
}
