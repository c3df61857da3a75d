import { useTranslation } from 'react-i18next';
import type { Instruction, InstructionFollowUp } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** 后续处理: what remains to be done, whose it is, how far it has come. */
export function DetailFollowUps({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  if (i.followUps.length === 0) return null;
  return (
    <Panel title={t(($) => $.instructions.detail.followUps)} note={String(i.followUps.length)} flush>
      <ul className={classes.lines}>
        {i.followUps.map((f) => (
          <FollowUpBlock key={f.id} followUp={f} />
        ))}
      </ul>
    </Panel>
  );
}

function FollowUpBlock({ followUp: f }: { followUp: InstructionFollowUp }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const terms = [
    f.owner,
    t(($) => $.instructions.detail.due, { time: format.near(f.dueAtMs, now) }),
    f.remindAtMs !== null &&
      f.done === null &&
      t(($) => $.instructions.detail.remindAt, { time: format.near(f.remindAtMs, now) }),
  ].filter(Boolean);
  return (
    <li className={classes.block}>
      <LongText text={f.text} />
      <div className={classes.dim}>{terms.join(' · ')}</div>
      {f.notes.length > 0 && (
        <ol className={classes.notes} aria-label={t(($) => $.instructions.detail.progress)}>
          {f.notes.map((n) => (
            <li key={`${n.atMs} ${n.text}`}>
              <time>{format.near(n.atMs, now)}</time> <LongText text={n.text} />
            </li>
          ))}
        </ol>
      )}
      {f.done && (
        <div className={classes.done}>
          {t(($) => $.instructions.detail.followUpDone, {
            time: format.near(f.done.atMs, now),
            text: f.done.text,
          })}
        </div>
      )}
    </li>
  );
}
