import { useTranslation } from 'react-i18next';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Countdown } from '../../components/instruction/Countdown.tsx';
import { OwedTag } from '../../components/instruction/OwedTag.tsx';
import { useStateWord } from '../../components/instruction/state-word.ts';
import { levelAt, timingOf } from '../../components/instruction/timing.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './ListPage.module.css';

type Props = { instruction: Instruction | undefined; limits: Limits | undefined };

/** The cells of one instruction; empty ones of the same height while its page is on the way. */
export function InstructionGridRow({ instruction: i, limits }: Props) {
  const { t } = useTranslation();
  const stateWord = useStateWord();
  const format = useFormat();
  const now = useNow(10_000);
  if (!i) return <td colSpan={7}>{t(($) => $.common.loading)}</td>;
  const owed = limits ? obligationsOf(i, now, limits) : [];
  const timing = limits && timingOf(i, owed, limits);
  const ended = i.closedAtMs !== null;
  const teams = i.dispatches.filter((d) => !d.recalled).map((d) => d.to.name);
  const handledBy = teams.join(t(($) => $.common.listSeparator));
  return (
    <>
      <td>
        <div className={classes.number}>{i.number}</div>
        <div className={`${classes.dim} ${classes.one}`}>{i.centreNo}</div>
      </td>
      <td>{format.near(i.receivedAtMs, now)}</td>
      <td>
        <div className={classes.place}>
          <strong className={classes.one} title={i.place}>
            {i.place}
          </strong>
          {i.severity !== 'ordinary' && (
            <Tag tone={i.severity === 'grave' ? 'critical' : 'warning'}>
              {t(($) => $.instructions.severity[i.severity])}
            </Tag>
          )}
          {i.backEnteredAtMs !== null && <Tag>{t(($) => $.papers.backEntered)}</Tag>}
        </div>
        <div className={`${classes.dim} ${classes.one}`}>{i.text}</div>
      </td>
      <td>
        <div className={classes.clamp} title={handledBy}>
          {handledBy}
        </div>
      </td>
      <td>
        <Tag tone={ended ? 'calm' : 'accent'}>{stateWord(i)}</Tag>
      </td>
      <td>
        {timing && <Countdown small timing={timing} what={t(($) => $.instructions.owed[timing.code])} />}
      </td>
      <td>
        {!ended && (
          <div className={classes.clamp}>
            <OwedTag owed={owed} level={timing ? levelAt(timing, now) : 0} />
          </div>
        )}
      </td>
    </>
  );
}
