import css from './register.module.css';

/** A short label and its text on lines of its own; nothing where there is no text. */
export function Labelled({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <span className={css.item}>
      <b className={css.label}>{label}</b> {text}
    </span>
  );
}
