import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { textsBefore, valuesBefore } from '../../../shared/duty-log/history.ts';
import { answerSeconds, type LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { LongText } from '../../components/LongText.tsx';
import { EntryMarks } from '../../components/log/EntryMarks.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './log.module.css';
import { TimeCell } from './TimeCell.tsx';

/** What the grid says of a row: its place, its focus and how its height is measured. Rows are rendered anew only by these. */
export type RowProps = {
  no: number;
  index: number;
  selected: boolean;
  /** It was just saved. */
  fresh: boolean;
  /** The one row that Tab reaches. */
  inOrder: boolean;
  /** An entry stands open beside the grid: where it came from goes above the text. */
  narrow: boolean;
  measure: (row: HTMLElement | null) => void;
};

/** The attributes of a row for the keys, the readers and the measuring. */
export const rowAttributes = (id: string, { no, index, selected, fresh, inOrder, measure }: RowProps) => ({
  'data-index': index,
  'data-line': id,
  'aria-rowindex': no + 1,
  'aria-selected': selected,
  'data-fresh': fresh || undefined,
  tabIndex: inOrder ? 0 : -1,
  ref: measure,
});

type EntryProps = RowProps & { entry: LogEntry; onOpen: (entryId: string) => void };

/** One entry as the paper form has it, with marks for all that hangs on it. */
export const EntryRow = memo(function EntryRow({ entry, onOpen, ...row }: EntryProps) {
  const { no, narrow } = row;
  const { t } = useTranslation();
  const caller = [entry.details.callerUnit, entry.from, entry.phone].filter(Boolean).join(' ');
  const open = (event: MouseEvent<HTMLElement>) => {
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
    // Who marks words to copy them does not mean to open the entry.
    if (!onButton && window.getSelection()?.isCollapsed !== false) onOpen(entry.id);
  };
  const text = (
    <>
      {entry.important && (
        <span className={css.important}>
          <StateShape level={2} size={14} /> {t(($) => $.log.important)}{' '}
        </span>
      )}
      <PaperHead entry={entry} />
      {textsBefore(entry).map(({ value, by }) => (
        <del key={by.recordedAtMs} className={css.struck}>
          <LongText text={value} />
        </del>
      ))}
      <LongText text={entry.text} />
      <RollCall entry={entry} />
      <EntryMarks entry={entry} />
    </>
  );
  return (
    <tr className={css.row} onClick={open} {...rowAttributes(entry.id, row)}>
      <td className={css.no}>{no}</td>
      <TimeCell times={entry} />
      <td>
        <Tag>{t(($) => $.common.logKind[entry.kind])}</Tag>
      </td>
      {narrow ? (
        <td className={css.text}>
          {caller !== '' && <span className={css.caller}>{caller}</span>}
          {text}
        </td>
      ) : (
        <>
          <td>
            <Struck entry={entry} field="from" />
            {[entry.details.callerUnit, entry.from].filter(Boolean).join(' ')}
          </td>
          <td>
            <Struck entry={entry} field="phone" />
            {entry.phone}
          </td>
          <td className={css.text}>{text}</td>
          <td>
            <Struck entry={entry} field="handling" />
            <LongText text={entry.handling} />
            <Ends entry={entry} />
          </td>
        </>
      )}
      <td>{entry.actorName}</td>
    </tr>
  );
});

/** What stood in a column before its correction. */
function Struck({ entry, field }: { entry: LogEntry; field: 'from' | 'phone' | 'handling' }) {
  return valuesBefore(entry, field)
    .filter(({ value }) => value !== null && value !== '')
    .map(({ value, by }) => (
      <del key={by.recordedAtMs} className={css.struck}>
        {String(value)}
      </del>
    ));
}

/** How it ended: results of steps and of follow-ups, which the paper form has in its last columns. */
function Ends({ entry }: { entry: LogEntry }) {
  const ends = [
    ...entry.steps.filter((s) => s.kind === 'result').map((s) => ({ id: s.id, text: s.text })),
    ...entry.followUps.filter((f) => f.doneAtMs !== null).map((f) => ({ id: f.id, text: f.doneText })),
  ];
  return ends.map(({ id, text }) => (
    <span key={id} className={css.line}>
      ✓ <LongText text={text} />
    </span>
  ));
}

function PaperHead({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  if (entry.title === '' && entry.urgency === null) return null;
  const pressing = entry.urgency === 'flash' || entry.urgency === 'immediate';
  return (
    <span className={entry.title === entry.text ? undefined : css.line}>
      {entry.urgency && (
        <Tag tone={pressing ? 'critical' : 'calm'}>{t(($) => $.log.urgency[entry.urgency ?? 'routine'])}</Tag>
      )}{' '}
      {entry.title !== entry.text && <b>{entry.title}</b>}
    </span>
  );
}

function RollCall({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calledAtMs, answeredAtMs } = entry;
  if (calledAtMs === null) return null;
  const seconds = answerSeconds(entry);
  const called = format.timeSeconds(calledAtMs);
  return (
    <span className={css.line}>
      {seconds === null || answeredAtMs === null
        ? t(($) => $.log.calledOnly, { called })
        : t(($) => $.log.answered, {
            called,
            answered: format.timeSeconds(answeredAtMs),
            seconds: format.seconds(seconds),
          })}
      {entry.receivedBy !== '' && ` · ${t(($) => $.log.receivedBy, { name: entry.receivedBy })}`}
    </span>
  );
}
