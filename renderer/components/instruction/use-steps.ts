import { useCallback } from 'react';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { useAct } from '../../app/act.ts';
import { openDialog } from '../../app/dialogs.ts';
import { notifyError } from '../../app/errors.ts';
import { immediate, type Step, steps } from './steps.ts';

/** Carries out a button of an instruction: at once when it needs nothing more, else through its form. */
export function useStep(): (i: Instruction, step: Step) => void {
  const act = useAct();
  return useCallback(
    (i, step) => {
      const { action, preset } = steps[step];
      if (!immediate.has(step)) {
        openDialog({ kind: 'action', instructionId: i.id, action, preset });
      } else if (step === 'close') {
        act(i, 'close', {}).catch(notifyError);
      } else {
        act(i, 'confirmScope', { inScope: true }).catch(notifyError);
      }
    },
    [act],
  );
}
