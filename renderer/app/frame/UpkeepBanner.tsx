import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { problemText } from '../../components/record/problem-text.ts';
import { desk } from '../client.ts';
import { useFormat } from '../format.ts';
import classes from './Banner.module.css';

/** Says on every page that backups fail or are overdue, or that the record does not agree with its chain; silent otherwise. */
export function UpkeepBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const backup = useQuery({ ...desk.backup.status.queryOptions(), refetchInterval: 60_000 }).data;
  const audit = useQuery(desk.audit.status.queryOptions()).data;
  const broken = audit?.last?.verdict.ok === false;
  const failed = backup?.problem ?? null;
  const second = backup?.second?.problem ?? null;
  if (!broken && !failed && !second && !backup?.overdue) return null;
  return (
    <div className={classes.banner} data-tone={broken ? 'critical' : 'warning'} role="alert">
      {broken && (
        <>
          ▲ {t(($) => $.archive.audit.banner)} <Link href="/archive">{t(($) => $.archive.open)}</Link>{' '}
        </>
      )}
      {failed && (
        <>
          ◆{' '}
          {t(($) => $.archive.backup.problemAt, {
            at: format.dateTime(failed.atMs),
            why: problemText(failed),
          })}{' '}
        </>
      )}
      {!failed && backup?.overdue && <>◆ {t(($) => $.archive.backup.overdue)} </>}
      {second && (
        <>
          ◆{' '}
          {t(($) => $.archive.backup.secondProblemAt, {
            at: format.dateTime(second.atMs),
            why: problemText(second),
          })}{' '}
        </>
      )}
      {(failed || second || backup?.overdue) && (
        <Link href="/settings?tab=data">{t(($) => $.archive.backup.toData)}</Link>
      )}
    </div>
  );
}
