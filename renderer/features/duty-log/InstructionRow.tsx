import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LogInstructionLine } from '../../../shared/duty-log/types.ts';
import { LongText } from '../../components/LongText.tsx';
import { inWords } from '../../components/log/in-words.ts';
import { Tag } from '../../components/Tag.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import { type RowProps, rowAttributes } from './LogRows.tsx';
import css from './log.module.css';
import { TimeCell } from './TimeCell.tsx';

/** What happened to an instruction, merged into the day. */
export const InstructionRow = memo(function InstructionRow({
  line,
  ...row
}: RowProps & { line: LogInstructionLine }) {
  const { no, narrow } = row;
  const { t } = useTranslation();
  const head = (
    <>
      <Link href={`/instructions/${line.instructionId}`} className={css.number}>
        {line.number}
      </Link>{' '}
      {line.place}
    </>
  );
  const done = (
    <>
      <b>{wordOf('instructions.action', line.action, line.action)}</b>{' '}
      <LongText text={inWords(line.summary)} />
    </>
  );
  return (
    <tr className={css.row} {...rowAttributes(line.id, row)}>
      <td className={css.no}>{no}</td>
      <TimeCell times={line} />
      <td>
        <Tag tone="accent">{t(($) => $.common.logKind.instruction)}</Tag>
      </td>
      {narrow ? (
        <td className={css.text}>
          {head} {done}
        </td>
      ) : (
        <>
          <td colSpan={2}>{head}</td>
          <td className={css.text} colSpan={2}>
            {done}
          </td>
        </>
      )}
      <td>{line.actorName}</td>
    </tr>
  );
});
