import classes from './Kbd.module.css';

/** A key's name, as on the keyboard. Hidden from readers: a button keeps its own name. */
export function Kbd({ children }: { children: string }) {
  return (
    <span className={classes.kbd} aria-hidden="true">
      {children}
    </span>
  );
}
