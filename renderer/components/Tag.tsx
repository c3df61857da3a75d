import type { ReactNode } from 'react';
import classes from './Tag.module.css';

/** A small bordered word: a kind, a state, something owed. */
export function Tag({
  tone = 'calm',
  children,
}: {
  tone?: 'calm' | 'accent' | 'critical' | 'warning' | 'good';
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
