import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveInstruction } from '../../../shared/contract/instructions.ts';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { useSession } from '../../app/session.ts';
import { Countdown, CountdownBar } from '../../components/instruction/Countdown.tsx';
import { cardMark } from '../../components/instruction/focus-card.ts';
import { OwedMore } from '../../components/instruction/OwedMore.tsx';
import { OwedTag } from '../../components/instruction/OwedTag.tsx';
import { aboutFirst, cardSteps } from '../../components/instruction/steps.ts';
import { levelAt, timingOf } from '../../components/instruction/timing.ts';
import { useStep } from '../../components/instruction/use-steps.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './LiveCard.module.css';
import { ClockNote, LinkedCalls, StateWords, TeamLine } from './LiveCardLines.tsx';

type Props = { instruction: LiveInstruction; limits: Limits; gone: boolean };

/** One live instruction: where, what, who, until when, and the next thing owed as its main button. */
export const LiveCard = memo(function LiveCard({ instruction: i, limits, gone }: Props) {
  const { t } = useTranslation();
  const roles = useSession().person?.roles ?? null;
  const now = useNow(10_000);
  const run = useStep();
  const owed = obligationsOf(i, now, limits);
  const timing = timingOf(i, owed, limits);
  const level = timing ? levelAt(timing, now) : 0;
  const { main, others } = cardSteps(i, owed, roles);
  const label = `${i.number} ${i.place}`;

  return (
    <article
      className={classes.card}
      data-level={level}
      data-new={i.state === 'received' || undefined}
      data-gone={gone || undefined}
      aria-label={label}
      {...cardMark(i.id)}
    >
      <div className={classes.head}>
        <div className={classes.what}>
          <button type="button" className={classes.place} onClick={() => navigate(`/instructions/${i.id}`)}>
            {i.place}
          </button>
          {i.severity !== 'ordinary' && (
            <Tag tone={i.severity === 'grave' ? 'critical' : 'warning'}>
              {t(($) => $.instructions.severity[i.severity])}
            </Tag>
          )}
          {i.danger === 'present' && (
            <Tag tone="critical">{t(($) => $.instructions.detail.dangerWords.present)}</Tag>
          )}
          <div className={classes.text}>
            <span className={classes.number}>{i.number.replace(/^\d{4}-0*/, '')}</span>
            {' · '}
            {i.text}
          </div>
          <LinkedCalls calls={i.linked} />
        </div>
        <div className={classes.clock}>
          {timing ? (
            <Countdown timing={timing} what={t(($) => $.instructions.owed[timing.code])} />
          ) : (
            <StateWords instruction={i} />
          )}
          <div className={classes.note}>
            <ClockNote instruction={i} timing={timing} limits={limits} />
          </div>
        </div>
      </div>
      <TeamLine instruction={i} timing={timing} />
      <CountdownBar timing={timing} />
      <div className={classes.foot}>
        {gone ? (
          <Tag>{t(($) => $.desk.live.gone)}</Tag>
        ) : (
          <span className={classes.owed}>
            <OwedTag owed={owed} level={level} />
            <OwedMore instruction={i} owed={owed} limits={limits} run={run} />
          </span>
        )}
        {!gone && (
          <div className={classes.buttons}>
            {others.map((step) => (
              <Button key={step} onClick={() => run(i, step, aboutFirst(step, owed))}>
                {t(($) => $.instructions.step[step])}
              </Button>
            ))}
            {main && (
              // Another step is another button: the focus must not slide from what was done to what comes next.
              <Button key={main} variant="filled" onClick={() => run(i, main, aboutFirst(main, owed))}>
                {t(($) => $.instructions.step[main])}
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  );
});
