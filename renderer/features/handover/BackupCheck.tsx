import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { backupState } from '../../../shared/handover/prepare.ts';
import { desk } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useBackupStatus } from '../../app/last-backup.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { wordOf } from '../../locales/dynamic.ts';
import css from './prepare.module.css';

/** The last verified backup; nobody ticks it, the desk knows, and a lead can have one made. */
export function BackupCheck() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const mayBackUp = useMayCall()('backup.now');
  const now = useNow(60_000);
  const status = useBackupStatus();
  const begin = useMutation(
    desk.backup.now.mutationOptions({
      onSuccess: (next) => queries.setQueryData(desk.backup.status.queryKey(), next),
      onError: notifyError,
    }),
  );
  const lastMs = status?.last?.atMs ?? null;
  const state = backupState(lastMs, now);
  const running = begin.isPending || (status?.running ?? null) !== null;
  const problem = status?.problem;
  const words = [
    lastMs === null
      ? t(($) => $.handover.prepare.backup.none)
      : t(($) => $.handover.prepare.backup.last, { at: format.dateTime(lastMs) }),
    state === 'old' && t(($) => $.handover.prepare.backup.old),
    problem &&
      t(($) => $.archive.backup.problemAt, {
        at: format.dateTime(problem.atMs),
        why: wordOf('archive.backup.problem', problem.code, problem.code, { detail: problem.detail }),
      }),
  ].filter(Boolean);
  const good = state === 'recent' && !problem;
  return (
    <li className={css.check}>
      <span className={css.backup}>
        <span className={css.mark} data-done={state === 'recent' || undefined} aria-hidden="true">
          {state === 'recent' ? '✓' : ''}
        </span>
        {t(($) => $.handover.prepare.test.backup)}
      </span>
      <div className={css.do}>
        {mayBackUp && (
          <Button size="compact-md" loading={running} onClick={() => begin.mutate(undefined)}>
            {t(($) => $.handover.prepare.backup.now)}
          </Button>
        )}
      </div>
      <p className={css.result} role="status" data-tone={running ? 'dim' : good ? 'good' : 'warning'}>
        {running ? t(($) => $.handover.prepare.backup.running) : `${good ? '' : '◆ '}${words.join(' ')}`}
      </p>
    </li>
  );
}
