import classes from './FieldError.module.css';

/** The words of a refused field, for fields that are no Mantine inputs. */
export function FieldError({ children, id }: { children?: string; id?: string }) {
  if (!children) return null;
  return (
    <p className={classes.error} role="alert" id={id}>
      {children}
    </p>
  );
}
