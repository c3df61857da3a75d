import { Button } from '@mantine/core';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  answerSeconds,
  type FollowUp,
  type LogEntry,
  type LogInstructionLine,
} from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { inWords } from '../../components/log/in-words.ts';
import { StateShape } from '../../components/StateShape.tsx';
import { Tag } from '../../components/Tag.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import css from './log.module.css';
import { isLateEntry } from './log-lines.ts';

type RowAttributes = HTMLAttributes<HTMLTableRowElement>;

type EntryProps = {
  no: number;
  entry: LogEntry;
  row: RowAttributes;
  onCorrect: ((entry: LogEntry) => void) | undefined;
  onFinish: ((followUp: FollowUp) => void) | undefined;
};

/** One entry with everything that hangs on it: corrections, roll call, paper, follow-ups. */
export function EntryRow({ no, entry, row, onCorrect, onFinish }: EntryProps) {
  const { t } = useTranslation();
  return (
    <tr className={css.row} {...row}>
      <td className={css.no}>{no}</td>
      <TimeCell times={entry} />
      <td>
        <Tag>{t(($) => $.common.logKind[entry.kind])}</Tag>
      </td>
      <td>{entry.from}</td>
      <td>{entry.phone}</td>
      <td className={css.text}>
        {entry.important && (
          <span className={css.important}>
            <StateShape level={2} size={14} /> {t(($) => $.log.important)}{' '}
          </span>
        )}
        <PaperHead entry={entry} />
        <Corrections entry={entry} />
        <LongText text={entry.text} />
        <RollCall entry={entry} />
        {entry.followUps.map((followUp) => (
          <FollowUpLine key={followUp.id} followUp={followUp} onFinish={onFinish} />
        ))}
      </td>
      <td>
        <LongText text={entry.handling} />
      </td>
      <td>{entry.actorName}</td>
      <td>
        {onCorrect && (
          <Button size="compact-sm" variant="subtle" onClick={() => onCorrect(entry)}>
            {t(($) => $.log.correct.action)}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What happened to an instruction, merged into the day. */
export function InstructionRow({
  no,
  line,
  row,
}: {
  no: number;
  line: LogInstructionLine;
  row: RowAttributes;
}) {
  const { t } = useTranslation();
  return (
    <tr className={css.row} {...row}>
      <td className={css.no}>{no}</td>
      <TimeCell times={line} />
      <td>
        <Tag tone="accent">{t(($) => $.common.logKind.instruction)}</Tag>
      </td>
      <td colSpan={2}>
        <Link href={`/instructions/${line.instructionId}`} className={css.number}>
          {line.number}
        </Link>{' '}
        {line.place}
      </td>
      <td className={css.text} colSpan={2}>
        <b>{wordOf('instructions.action', line.action, line.action)}</b>{' '}
        <LongText text={inWords(line.summary)} />
      </td>
      <td>{line.actorName}</td>
      <td />
    </tr>
  );
}

function TimeCell({ times }: { times: { occurredAtMs: number; recordedAtMs: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { occurredAtMs, recordedAtMs } = times;
  return (
    <td className={css.time}>
      {format.near(occurredAtMs, recordedAtMs)}
      {isLateEntry(times) && (
        <span
          className={css.late}
          title={t(($) => $.log.lateHint, {
            occurred: format.dateTime(occurredAtMs),
            recorded: format.dateTime(recordedAtMs),
          })}
        >
          {t(($) => $.log.late, { at: format.time(recordedAtMs) })}
        </span>
      )}
    </td>
  );
}

function PaperHead({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  if (entry.title === '' && entry.urgency === null) return null;
  const pressing = entry.urgency === 'flash' || entry.urgency === 'immediate';
  return (
    <span className={css.line}>
      {entry.urgency && (
        <Tag tone={pressing ? 'critical' : 'calm'}>{t(($) => $.log.urgency[entry.urgency ?? 'routine'])}</Tag>
      )}{' '}
      <b>{entry.title}</b>
    </span>
  );
}

/** What stood before, struck through, each with why it was changed; the text that holds follows. */
function Corrections({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  return entry.corrections.map((correction, index) => {
    const before = index === 0 ? entry.original : entry.corrections[index - 1]?.text;
    return (
      <span key={correction.recordedAtMs} className={css.line}>
        <del className={css.struck}>
          <LongText text={before ?? ''} />
        </del>
        <span className={css.why}>
          {t(($) => $.log.corrected, {
            at: format.near(correction.recordedAtMs, entry.recordedAtMs),
            reason: correction.reason,
            by: correction.actorName,
          })}
        </span>
      </span>
    );
  });
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

type FollowUpProps = { followUp: FollowUp; onFinish: ((followUp: FollowUp) => void) | undefined };

function FollowUpLine({ followUp, onFinish }: FollowUpProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  if (followUp.doneAtMs !== null) {
    return <span className={css.line}>{t(($) => $.log.followUpDone, { text: followUp.doneText })}</span>;
  }
  const overdue = followUp.dueAtMs < now;
  return (
    <span className={css.follow}>
      <Tag tone="warning">
        {overdue && '◆ '}
        {t(($) => $.log.followUp, { owner: followUp.owner, at: format.near(followUp.dueAtMs, now) })}
        {overdue && ` ${t(($) => $.log.followUpOverdue)}`}
      </Tag>
      {onFinish && (
        <Button size="compact-sm" variant="subtle" onClick={() => onFinish(followUp)}>
          {t(($) => $.log.followUpFinish)}
        </Button>
      )}
    </span>
  );
}
