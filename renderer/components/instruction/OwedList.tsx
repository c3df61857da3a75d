import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { useSession } from '../../app/session.ts';
import { Countdown } from './Countdown.tsx';
import classes from './OwedList.module.css';
import { owedAbout } from './owed-about.ts';
import { answerTo, byDue, possibleSteps, type Step } from './steps.ts';
import { timingOf } from './timing.ts';

type Props = {
  instruction: Instruction;
  owed: readonly Obligation[];
  limits: Limits;
  onAnswer: (step: Step, about: Record<string, string>) => void;
};

const keyOf = (o: Obligation) => `${o.code} ${o.dispatchId ?? ''} ${o.orderId ?? ''}`;

/** Everything owed, first due first, each with its clock and the way to settle it. */
export function OwedList({ instruction: i, owed, limits, onAnswer }: Props) {
  const roles = useSession().person?.roles ?? null;
  const possible = possibleSteps(i, roles);
  return (
    <ul className={classes.list}>
      {byDue(owed).map((o) => {
        const { step, about } = answerTo(o);
        return (
          <OwedLine
            key={keyOf(o)}
            instruction={i}
            owed={o}
            limits={limits}
            onPress={possible.includes(step) ? () => onAnswer(step, about) : undefined}
          />
        );
      })}
    </ul>
  );
}

function OwedLine({
  instruction: i,
  owed: o,
  limits,
  onPress,
}: {
  instruction: Instruction;
  owed: Obligation;
  limits: Limits;
  onPress?: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const timing = timingOf(i, [o], limits);
  const what = t(($) => $.instructions.owed[o.code]);
  return (
    <li className={classes.line}>
      <span id={id} className={classes.what}>
        {what} <span className={classes.about}>{owedAbout(i, o)}</span>
      </span>
      {timing ? (
        <Countdown small timing={timing} what={what} />
      ) : (
        <span className={classes.about}>{t(($) => $.instructions.detail.atOnce)}</span>
      )}
      {onPress && (
        <Button size="compact-sm" aria-describedby={id} onClick={onPress}>
          {t(($) => $.instructions.owedLine.do)}
        </Button>
      )}
    </li>
  );
}
