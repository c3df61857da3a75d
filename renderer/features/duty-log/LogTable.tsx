import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import type { FollowUp, LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { EntryRow, InstructionRow } from './LogRows.tsx';
import css from './log.module.css';
import { type LogLine, recordedAtMs } from './log-lines.ts';

type Props = { lines: readonly LogLine[]; shifts: LogDay['shifts'] };

const columns = ['no', 'time', 'kind', 'from', 'phone', 'text', 'handling', 'actor', 'action'] as const;

/** The day as a dense grid with the columns of the paper form. */
export function LogTable({ lines, shifts }: Props) {
  const { t } = useTranslation();
  const { person } = useSession();
  const mayCall = useMayCall();
  const [correcting, setCorrecting] = useState<LogEntry | null>(null);
  const [finishing, setFinishing] = useState<FollowUp | null>(null);
  const mayCorrect = (entry: LogEntry) =>
    mayCall('dutyLog.correct') &&
    (entry.actorId === person?.id || person?.roles.includes('shiftLead') === true);
  const { gridProps, rowProps } = useGridKeys(lines.length, (index) => {
    const line = lines[index];
    if (line?.type === 'entry' && mayCorrect(line.entry)) setCorrecting(line.entry);
  });
  return (
    <>
      <table className={css.table} aria-label={t(($) => $.log.title)} {...gridProps}>
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={css[`col-${column}`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(($) => $.log.column[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.id}>
              {shifts.length > 1 && line.shiftId !== lines[index - 1]?.shiftId && (
                <ShiftRow shift={shifts.find((s) => s.id === line.shiftId)} />
              )}
              <DateRow line={line} before={lines[index - 1]} />
              {line.type === 'entry' ? (
                <EntryRow
                  no={index + 1}
                  entry={line.entry}
                  row={rowProps(index)}
                  onCorrect={mayCorrect(line.entry) ? setCorrecting : undefined}
                  onFinish={mayCall('followUps.done') ? setFinishing : undefined}
                />
              ) : (
                <InstructionRow no={index + 1} line={line.line} row={rowProps(index)} />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {correcting && <CorrectDialog entry={correcting} onClose={() => setCorrecting(null)} />}
      {finishing && <FinishDialog followUp={finishing} onClose={() => setFinishing(null)} />}
    </>
  );
}

/** Times alone would mislead after midnight: the new date stands above the first line of the day. */
function DateRow({ line, before }: { line: LogLine; before: LogLine | undefined }) {
  const format = useFormat();
  if (!before) return null;
  const at = recordedAtMs(line);
  if (format.isoDate(at) === format.isoDate(recordedAtMs(before))) return null;
  return (
    <tr>
      <td colSpan={columns.length} className={css.divider}>
        {format.day(at)} {format.weekday(at)}
      </td>
    </tr>
  );
}

function ShiftRow({ shift }: { shift: LogDay['shifts'][number] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!shift) return null;
  const { lead, takenAtMs } = shift;
  return (
    <tr>
      <td colSpan={columns.length} className={css.divider}>
        {takenAtMs === null
          ? t(($) => $.log.shiftUntaken, { lead })
          : t(($) => $.log.shift, { lead, at: format.dateTime(takenAtMs) })}
      </td>
    </tr>
  );
}
