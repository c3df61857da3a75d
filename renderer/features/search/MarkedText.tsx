import { Fragment } from 'react';
import type { Marked } from '../../../shared/search/marks.ts';
import css from './search.module.css';

/** A text with the words that were searched for marked in it. */
export function MarkedText({ value: { text, marks } }: { value: Marked }) {
  return marks.length === 0 ? (
    text
  ) : (
    <>
      {marks.map(([from, to], n) => (
        <Fragment key={from}>
          {text.slice(marks[n - 1]?.[1] ?? 0, from)}
          <mark className={css.mark}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
