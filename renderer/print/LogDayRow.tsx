import type { LogRow, LogTime } from '../../shared/papers/log-day-rows.ts';
import css from './log-day.module.css';
import paper from './paper.module.css';

/** Beyond this many letters a text takes a row of its own over the whole width: in its column it would fill pages. */
const MOST_IN_CELL = 240;
/** A line of its own takes the place of so many letters. */
const LINE_LETTERS = 12;
const BELOW = '（全文见下）';

const lengthOf = (text: string) => text.length + LINE_LETTERS * (text.split('\n').length - 1);
const isLong = (text: string) => lengthOf(text) > MOST_IN_CELL;
const inCell = (text: string) => (isLong(text) ? BELOW : text);

/** What stands below a row over the whole width, with its label: what is too long for a column. */
function longTexts(row: LogRow): [label: string, text: string][] {
  const handling = row.handling.join('\n');
  return [
    ...row.struck.map((s): [string, string] => ['更正前', s.before]),
    ['内容', row.text] as [string, string],
    // The course of an instruction is read in its column, line by line.
    ...(row.handling.length === 1 ? [['处理情况', handling] as [string, string]] : []),
  ].filter(([, text]) => isLong(text));
}

type Props = { row: LogRow; no: number; time: LogTime; columns: number };

/** One row of the 值班日志; what was corrected stays readable under its stroke, what is long follows over the whole width. */
export function LogDayRow({ row, no, time, columns }: Props) {
  const tall = row.handling.length > 12;
  const below = longTexts(row).map(([label, text], place) => ({ label, text, place }));
  return (
    <>
      <tr className={tall ? paper.breakable : undefined}>
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
          <span className={css.block}>{inCell(row.text)}</span>
          <Lines lines={row.notes} dim />
        </td>
        <td>
          <Lines lines={row.handling.length === 1 ? row.handling.map(inCell) : row.handling} />
        </td>
        <td>
          <Lines lines={row.orders} />
        </td>
        <td>
          <Lines lines={row.outcome} />
        </td>
        <td>{row.by}</td>
      </tr>
      {below.map(({ label, text, place }) => (
        <tr key={place} className={paper.breakable}>
          <td colSpan={columns}>
            <b>
              第{no}项 {label}
            </b>
            {'\n'}
            {label === '更正前' ? <del>{text}</del> : text}
          </td>
        </tr>
      ))}
    </>
  );
}

/** What was struck out, each with who struck it, when and why. */
function Struck({ struck }: Pick<LogRow, 'struck'>) {
  // Two corrections may say the same, and the list never changes: the place is the key.
  const placed = struck.map((s, place) => ({ ...s, place }));
  return placed.map((s) => (
    <span key={s.place} className={css.block}>
      {s.before !== '' && (isLong(s.before) ? BELOW : <del>{s.before}</del>)}
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
