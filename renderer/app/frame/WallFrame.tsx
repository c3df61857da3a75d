import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useAlarms } from '../alarms.ts';
import { AlarmLamps } from './AlarmLamps.tsx';
import { Banner } from './Banner.tsx';
import { LeaderCall } from './LeaderCall.tsx';
import { PageProblem } from './PageProblem.tsx';
import classes from './WallFrame.module.css';

/** The whole window for one page; only what must never be missed stands over it: alarms, the engine's state, a call for a leader. */
export function WallFrame({ children }: { children: ReactNode }) {
  const { alarms } = useAlarms();
  return (
    <div className={classes.frame}>
      <div>
        <Banner />
        <LeaderCall />
      </div>
      <div className={classes.page}>
        <ErrorBoundary FallbackComponent={PageProblem}>{children}</ErrorBoundary>
      </div>
      {alarms.length > 0 && (
        <div className={classes.lamps}>
          <AlarmLamps />
        </div>
      )}
    </div>
  );
}
