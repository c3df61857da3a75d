import type { ReactNode } from 'react';
import classes from './Panel.module.css';

type Props = {
  title?: ReactNode;
  /** Dim words beside the title: a count, an order. */
  note?: ReactNode;
  /** Buttons at the right end of the head. */
  actions?: ReactNode;
  /** A line that stays at the bottom while the body scrolls. */
  foot?: ReactNode;
  children: ReactNode;
  /** Fills the height it is given and scrolls inside. */
  fill?: boolean;
  /** Without inner space: for lists whose lines reach the edges. */
  flush?: boolean;
  label?: string;
  className?: string;
};

/** A bordered surface with a head: the building block of every page. */
export function Panel({ title, note, actions, foot, children, fill, flush, label, className }: Props) {
  const name = label ?? (typeof title === 'string' ? title : undefined);
  return (
    <section
      className={`${classes.panel} ${className ?? ''}`}
      data-fill={fill || undefined}
      aria-label={name}
    >
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {note !== undefined && <span className={classes.note}>{note}</span>}
          <div className={classes.actions}>{actions}</div>
        </header>
      )}
      <div className={classes.body} data-flush={flush || undefined} data-fill={fill || undefined}>
        {children}
      </div>
      {foot !== undefined && <footer className={classes.foot}>{foot}</footer>}
    </section>
  );
}
