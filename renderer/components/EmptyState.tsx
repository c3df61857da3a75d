import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Nothing here: says so and what to do. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.words}>{children}</p>
      {action}
    </div>
  );
}
