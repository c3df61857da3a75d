import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { Countdown } from '../../components/instruction/Countdown.tsx';
import { byDue } from '../../components/instruction/steps.ts';
import { timingOf } from '../../components/instruction/timing.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** Everything still owed, with its clock. */
export function OwedPanel({
  instruction: i,
  owed,
  limits,
}: {
  instruction: Instruction;
  owed: readonly Obligation[];
  limits: Limits;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t(($) => $.instructions.detail.owed)} note={String(owed.length)} flush>
      <ul className={classes.lines}>
        {owed.length === 0 && (
          <li className={classes.lineRow}>{t(($) => $.instructions.detail.nothingOwed)}</li>
        )}
        {byDue(owed).map((o) => {
          const timing = timingOf(i, [o], limits);
          const team = i.dispatches.find((d) => d.id === o.dispatchId);
          return (
            <li key={`${o.code} ${o.dispatchId ?? ''}`} className={classes.lineRow}>
              <span>
                {t(($) => $.instructions.owed[o.code])} <span className={classes.dim}>{team?.to.name}</span>
              </span>
              {timing ? (
                <Countdown small timing={timing} what={t(($) => $.instructions.owed[o.code])} />
              ) : (
                <span className={classes.dim}>{t(($) => $.instructions.detail.atOnce)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
