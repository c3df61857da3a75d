import type { ReactNode } from 'react';
import type { Signed } from '../../shared/papers/entry-form.ts';
import css from './entry-form.module.css';
import paper from './paper.module.css';

/** A longer text may run over the page's end. */
const LONG = 400;

/** The four-column label/value grid of a form; `apart` begins another block of it. */
export function FormTable({ apart = false, children }: { apart?: boolean; children: ReactNode }) {
  return (
    <table className={`${paper.grid} ${css.grid} ${apart ? css.apart : ''}`}>
      <colgroup>
        <col className={css.label} />
        <col />
        <col className={css.label} />
        <col />
      </colgroup>
      <tbody>{children}</tbody>
    </table>
  );
}

/** One row of two short fields; an empty one is high enough for a pen. */
export function Pair({ a, first, b, second }: { a: string; first: string; b: string; second: string }) {
  return (
    <tr className={css.short}>
      <th scope="row">{a}</th>
      <td>{first}</td>
      <th scope="row">{b}</th>
      <td>{second}</td>
    </tr>
  );
}

type WholeProps = { label: string; text: string };

/** One short field over the whole width. */
export function Whole({ label, text }: WholeProps) {
  return (
    <tr className={css.short}>
      <th scope="row">{label}</th>
      <td colSpan={3}>{text}</td>
    </tr>
  );
}

type AreaProps = { label: string; size?: 'low' | 'middle' | 'tall'; length?: number; children: ReactNode };

/** A large field over the whole width: as high as its text, and never lower than its size says. */
export function Area({ label, size, length = 0, children }: AreaProps) {
  return (
    <tr className={[size && css[size], length > LONG && paper.breakable].filter(Boolean).join(' ')}>
      <th scope="row">{label}</th>
      <td colSpan={3} className={css.area}>
        {children}
      </td>
    </tr>
  );
}

/** Opinions, orders or results, each with its writer and time below; room for a pen where there is none. */
export function SignedArea({
  label,
  size,
  lines,
}: {
  label: string;
  size: AreaProps['size'];
  lines: readonly Signed[];
}) {
  const placed = lines.map((line, place) => ({ ...line, place }));
  return (
    <Area label={label} size={size} length={lines.reduce((sum, l) => sum + l.text.length, 0)}>
      {placed.map(({ text, by, at, place }) => (
        <span key={place} className={css.signed}>
          {text}
          {(by !== '' || at !== '') && <span className={css.signature}>{`${by}　${at}`.trim()}</span>}
        </span>
      ))}
    </Area>
  );
}
