import { useTranslation } from 'react-i18next';
import { backupState } from '../../../shared/handover/prepare.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import css from './prepare.module.css';

/** The last verified backup; nobody ticks it, the desk knows. */
export function BackupCheck({ lastBackupMs }: { lastBackupMs: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const state = backupState(lastBackupMs, now);
  return (
    <li className={css.check}>
      <span className={css.backup}>
        <span className={css.mark} data-done={state === 'recent' || undefined} aria-hidden="true">
          {state === 'recent' ? '✓' : ''}
        </span>
        {t(($) => $.handover.prepare.test.backup)}
      </span>
      <p className={css.result} role="status" data-tone={state === 'recent' ? 'good' : 'warning'}>
        {state !== 'recent' && '◆ '}
        {lastBackupMs === null
          ? t(($) => $.handover.prepare.backup.none)
          : t(($) => $.handover.prepare.backup.last, { at: format.dateTime(lastBackupMs) })}
        {state === 'old' && ` ${t(($) => $.handover.prepare.backup.old)}`}
      </p>
    </li>
  );
}
