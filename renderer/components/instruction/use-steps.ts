import { useCallback } from 'react';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { useAct } from '../../app/act.ts';
import { openDialog } from '../../app/dialogs.ts';
import { codeOf, notifyError } from '../../app/errors.ts';
import { focusCard } from './focus-card.ts';
import { immediate, type Step, steps } from './steps.ts';

/**
 * Carries out a button of an instruction: at once when it needs nothing more, else through its form. A button pressed on a
 * record that others have just changed opens its form as well: there it is said what changed.
 */
export function useStep(): (i: Instruction, step: Step, about?: Record<string, string>) => void {
  const act = useAct();
  return useCallback(
    (i, step, about = {}) => {
      const { action, preset } = steps[step];
      const open = (since?: number) =>
        openDialog({ kind: 'action', instructionId: i.id, action, preset: { ...preset, ...about }, since });
      if (!immediate.has(step)) {
        open();
        return;
      }
      const done = step === 'close' ? act(i, 'close', {}) : act(i, 'confirmScope', { inScope: true });
      done
        .then(() => focusCard(i.id))
        .catch((error: unknown) => {
          if (codeOf(error) === 'conflict') open(i.version);
          else notifyError(error);
        });
    },
    [act],
  );
}
