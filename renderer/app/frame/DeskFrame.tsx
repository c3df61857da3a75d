import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Route, Switch, useLocation } from 'wouter';
import { acknowledge, answerAlarms, silence, useAlarms } from '../alarms.ts';
import { desk } from '../client.ts';
import { openDialog } from '../dialogs.ts';
import { useHotkey } from '../hotkeys.ts';
import { setEngineNow } from '../now.ts';
import { furtherPages, pages, wallPages } from '../pages.tsx';
import { focusQuickLine } from '../quick-line.ts';
import { navigate } from '../route.ts';
import { openSearch } from '../search-door.ts';
import { useSession } from '../session.ts';
import { Banner } from './Banner.tsx';
import { BottomBar } from './BottomBar.tsx';
import classes from './DeskFrame.module.css';
import { LeaderCall } from './LeaderCall.tsx';
import { PageProblem } from './PageProblem.tsx';
import { Rail } from './Rail.tsx';
import { lockDesk, TopBar } from './TopBar.tsx';
import { UpkeepBanner } from './UpkeepBanner.tsx';
import { WallFrame } from './WallFrame.tsx';

/** The desk around its pages: top bar, rail, bottom bar, and the keys that work everywhere. */
export function DeskFrame() {
  const { alarms } = useAlarms();
  const { locked } = useSession();
  const view = useQuery(desk.desk.view.queryOptions({ refetchInterval: 60_000 })).data;
  useEffect(() => {
    if (view) setEngineNow(view.nowMs);
  }, [view]);

  const answer = () => {
    const first = alarms.find((a) => a.acknowledgeable);
    // Under the lock the list is on the screen already; the key answers the most urgent.
    if (!locked) answerAlarms(alarms);
    else if (first) void acknowledge(first.id);
  };
  useHotkey('F7', () => void silence());
  useHotkey('F8', answer);
  useHotkey('F1', () => openDialog({ kind: 'help' }), !locked, true);
  useHotkey('?', () => openDialog({ kind: 'help' }), !locked, true);
  useHotkey('F2', () => openDialog({ kind: 'intake' }), !locked);
  useHotkey('F3', focusQuickLine, !locked, true);
  useHotkey('F4', () => openSearch(), !locked);
  useHotkey('F9', () => navigate('/handover'), !locked, true);
  useHotkey('Alt+L', () => void lockDesk(), !locked);

  const [path] = useLocation();
  const Wall = wallPages.find((wall) => wall.path === path)?.page;
  if (Wall) {
    return (
      <WallFrame>
        <Wall />
      </WallFrame>
    );
  }

  return (
    <div className={classes.frame}>
      <div className={classes.top}>
        <TopBar />
        <Banner />
        <UpkeepBanner />
        <LeaderCall />
      </div>
      <Rail />
      <div className={classes.page}>
        <Switch>
          {[...pages, ...furtherPages].map(({ path, page: Page }) => (
            <Route key={path} path={path === '/' ? '/' : `${path}/*?`}>
              <ErrorBoundary FallbackComponent={PageProblem} resetKeys={[path]}>
                <Page />
              </ErrorBoundary>
            </Route>
          ))}
        </Switch>
      </div>
      <BottomBar onAcknowledge={answer} />
      {pages.map(({ path }, n) => (
        <PageKey key={path} name={`Ctrl+${n + 1}`} path={path} enabled={!locked} />
      ))}
    </div>
  );
}

function PageKey({ name, path, enabled }: { name: string; path: string; enabled: boolean }) {
  useHotkey(name, () => navigate(path), enabled, true);
  return null;
}
