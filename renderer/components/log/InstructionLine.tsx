import { useTranslation } from 'react-i18next';
import type { LogInstructionLine } from '../../../shared/duty-log/types.ts';
import { navigate } from '../../app/route.ts';
import { wordOf } from '../../locales/dynamic.ts';
import classes from '../LogTimeline.module.css';
import { LongText } from '../LongText.tsx';
import { Tag } from '../Tag.tsx';
import { inWords } from './in-words.ts';

/** One event of an instruction as the log shows it; its number opens the instruction. */
export function InstructionLine({ line }: { line: LogInstructionLine }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.kind}>
        <Tag tone="accent">{t(($) => $.common.logKind.instruction)}</Tag>
      </div>
      <div className={classes.body}>
        <button
          type="button"
          className={classes.number}
          onClick={() => navigate(`/instructions/${line.instructionId}`)}
        >
          {line.number.replace(/^\d{4}-0*/, '')}
        </button>{' '}
        {line.place}
        {'，'}
        {wordOf('instructions.action', line.action, line.action)}
        {line.summary && (
          <>
            {'：'}
            <LongText text={inWords(line.summary)} />
          </>
        )}
      </div>
      <div className={classes.who}>{line.actorName}</div>
    </>
  );
}
