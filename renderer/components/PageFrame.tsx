import type { ReactNode } from 'react';
import classes from './PageFrame.module.css';

type Props = {
  /** Equal to the word in the rail. */
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The page's children fill the height and scroll by themselves. */
  fill?: boolean;
};

/** A page: its heading with the buttons that belong to it, and what stands below. */
export function PageFrame({ title, note, actions, children, fill }: Props) {
  return (
    <main className={classes.page} data-fill={fill || undefined} aria-label={title}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {note !== undefined && <div className={classes.note}>{note}</div>}
        <div className={classes.actions}>{actions}</div>
      </header>
      <div className={classes.content} data-fill={fill || undefined}>
        {children}
      </div>
    </main>
  );
}
