import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { OwedList } from '../../components/instruction/OwedList.tsx';
import { useStep } from '../../components/instruction/use-steps.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** Everything still owed, first due first, with its clock and its form. */
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
  const run = useStep();
  return (
    <Panel title={t(($) => $.instructions.detail.owed)} note={String(owed.length)} flush>
      {owed.length === 0 ? (
        <p className={classes.nothing}>{t(($) => $.instructions.detail.nothingOwed)}</p>
      ) : (
        <OwedList
          instruction={i}
          owed={owed}
          limits={limits}
          onAnswer={(step, about) => run(i, step, about)}
        />
      )}
    </Panel>
  );
}
