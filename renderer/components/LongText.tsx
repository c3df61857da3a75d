import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './LongText.module.css';

const LONG_CHARS = 400;
const LONG_LINES = 8;

/** A text with its line breaks; a long one is folded, so that one entry never hides the others. */
export function LongText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const long = text.length > LONG_CHARS || text.split('\n').length > LONG_LINES;
  if (!long) return <span className={classes.text}>{text}</span>;
  return (
    <>
      <span className={classes.text} data-folded={!open || undefined}>
        {text}
      </span>
      <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t(($) => $.common.fold) : t(($) => $.common.unfold, { count: text.length })}
      </button>
    </>
  );
}
