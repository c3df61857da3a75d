import type { LogRow, LogTime } from '../../shared/papers/log-day-rows.ts';
import css from './log-day.module.css';
import paper from './paper.module.css';

/** A row as long as this may be cut by the end of a page. */
const LONG = 500;

const lengthOf = (row: LogRow) =>
  [row.text, ...row.handling, ...row.struck.map((s) => s.before)].reduce(
    (sum, text) => sum + text.length + 20 * (text.split('\n').length - 1),
    0,
  );

/** One row of the 值班日志; what was corrected stays readable under its stroke. */
export function LogDayRow({ row, no, time }: { row: LogRow; no: number; time: LogTime }) {
  return (
    <tr className={lengthOf(row) > LONG ? paper.breakable : undefined}>
      <td className={paper.centre}>{no}</td>
      <td>
        {time.at(row.atMs)}
        {row.late && (
          <>
            {'\n'}
            <span className={paper.mark}>补记</span>
            {'\n'}
            {time.at(row.recordedAtMs)}
          </>
        )}
      </td>
      <td>
        {row.source}
        {row.marks.map((mark) => (
          <span key={mark} className={css.marked}>
            <span className={paper.mark}>{mark}</span>
          </span>
        ))}
      </td>
      <td>{row.party}</td>
      <td>{row.phone}</td>
      <td>
        <Struck struck={row.struck} />
        {row.heading !== '' && <b className={css.block}>{row.heading}</b>}
        <span className={css.block}>{row.text}</span>
        <Lines lines={row.notes} dim />
      </td>
      <td>
        <Lines lines={row.handling} />
      </td>
      <td>
        <Lines lines={row.orders} />
      </td>
      <td>
        <Lines lines={row.outcome} />
      </td>
      <td>{row.by}</td>
    </tr>
  );
}

/** What was struck out, each with who struck it, when and why. */
export function Struck({ struck }: Pick<LogRow, 'struck'>) {
  // Two corrections may say the same, and the list never changes: the place is the key.
  const placed = struck.map((s, place) => ({ ...s, place }));
  return placed.map((s) => (
    <span key={s.place} className={css.block}>
      {s.before !== '' && <del>{s.before}</del>}
      <span className={css.note}>{s.note}</span>
    </span>
  ));
}

function Lines({ lines, dim = false }: { lines: readonly string[]; dim?: boolean }) {
  const placed = lines.map((text, place) => ({ text, place }));
  return placed.map(({ text, place }) => (
    <span key={place} className={dim ? css.note : css.block}>
      {text}
    </span>
  ));
}
