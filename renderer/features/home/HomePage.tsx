import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { ReliefLine } from '../../components/crew/ReliefLine.tsx';
import { FollowUpsPanel } from './FollowUpsPanel.tsx';
import classes from './HomePage.module.css';
import { LivePanel } from './LivePanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { PapersPanel } from './PapersPanel.tsx';
import { PosturePanel } from './PosturePanel.tsx';
import { PreparePanel } from './PreparePanel.tsx';
import { SuppliesOutPanel } from './SuppliesOutPanel.tsx';
import { TakeDeskPanel } from './TakeDeskPanel.tsx';

/** 值班台: what runs, what was written, what is waited for. */
export function HomePage() {
  const { t } = useTranslation();
  const view = useQuery(desk.desk.view.queryOptions()).data;
  const empty = view !== undefined && view.holder === null;
  return (
    <main className={classes.page} aria-label={t(($) => $.desk.title)}>
      <h1 className={classes.hidden}>{t(($) => $.desk.title)}</h1>
      <LivePanel />
      {empty ? <TakeDeskPanel relief={view.relief} /> : <LogPanel />}
      <div className={classes.side}>
        {view?.holder && <ReliefLine holder={view.holder} relief={view.relief} />}
        <PosturePanel />
        <PapersPanel />
        <FollowUpsPanel />
        {view?.holder && <PreparePanel holder={view.holder} relief={view.relief} />}
        <SuppliesOutPanel />
      </div>
    </main>
  );
}
