import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../shared/contract/duty-log.ts';
import { isLateEntry, type LogEntry, type LogInstructionLine } from '../../shared/duty-log/types.ts';
import { useFormat } from '../app/format.ts';
import { navigate } from '../app/route.ts';
import classes from './LogTimeline.module.css';
import { InstructionLine } from './log/InstructionLine.tsx';
import { LogEntryLine } from './log/LogEntryLine.tsx';

/** More lines than these are read on the log's own page: the desk must stay quick however busy the day is. */
const MOST_LINES = 120;

type Line =
  | { kind: 'entry'; atMs: number; recordedAtMs: number; entry: LogEntry }
  | { kind: 'instruction'; atMs: number; recordedAtMs: number; line: LogInstructionLine };

/** Entries and instruction lines in the order of recording, so that what is written never moves. */
export function mergeLog(day: Pick<LogDay, 'entries' | 'instructionLines'>): Line[] {
  const lines: Line[] = [
    ...day.entries.map(
      (entry): Line => ({ kind: 'entry', atMs: entry.occurredAtMs, recordedAtMs: entry.recordedAtMs, entry }),
    ),
    ...day.instructionLines.map(
      (line): Line => ({
        kind: 'instruction',
        atMs: line.occurredAtMs,
        recordedAtMs: line.recordedAtMs,
        line,
      }),
    ),
  ];
  return lines.sort((a, b) => a.recordedAtMs - b.recordedAtMs);
}

type Props = {
  day: Pick<LogDay, 'entries' | 'instructionLines'>;
  /** What stands at the right end of an entry: buttons of the page that shows it. */
  entryActions?: (entry: LogEntry) => React.ReactNode;
};

/** The duty log as a timeline: corrections struck through, late entries marked 补记. */
export function LogTimeline({ day, entryActions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = useMemo(() => mergeLog(day), [day]);
  const lines = all.slice(-MOST_LINES);
  return (
    <ol className={classes.timeline}>
      {all.length > lines.length && (
        <li className={classes.item}>
          <button type="button" className={classes.earlier} onClick={() => navigate('/log')}>
            {t(($) => $.log.earlier, { n: all.length - lines.length })}
          </button>
        </li>
      )}
      {lines.map((line) => {
        const late = isLateEntry({ occurredAtMs: line.atMs, recordedAtMs: line.recordedAtMs });
        return (
          <li key={line.kind === 'entry' ? line.entry.id : line.line.id} className={classes.item}>
            {late && (
              <div className={classes.late}>
                {t(($) => $.desk.timeline.lateLine, {
                  happened: format.dateTime(line.atMs),
                  recorded: format.time(line.recordedAtMs),
                })}
              </div>
            )}
            <div className={classes.line}>
              <time className={classes.time}>{format.time(line.atMs)}</time>
              {line.kind === 'entry' ? (
                <LogEntryLine entry={line.entry} actions={entryActions?.(line.entry)} />
              ) : (
                <InstructionLine line={line.line} />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
