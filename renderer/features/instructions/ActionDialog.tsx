import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { focusCard } from '../../components/instruction/focus-card.ts';
import { steps } from '../../components/instruction/steps.ts';
import { ActionForm } from './ActionForm.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import classes from './forms.module.css';

type Props = {
  instructionId: string;
  action: ActionName;
  preset?: Record<string, string | boolean>;
  since?: number;
  onClose: () => void;
};

/** The form of one action over whatever page asked for it. Closing keeps the draft. */
export function ActionDialog({ instructionId, action, preset, since, onClose }: Props) {
  const { t } = useTranslation();
  const instruction = useKept(instructionId);
  useEffect(() => () => focusCard(instructionId), [instructionId]);
  if (!instruction) return null;
  const again = action === 'dispatch' && instruction.dispatches.some((d) => !d.recalled);
  const step = again ? 'reinforce' : (stepOf(action, preset) ?? 'correct');
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={
        <>
          {t(($) => $.instructions.step[step])}{' '}
          <span className={classes.about}>
            {instruction.number} {instruction.place}
          </span>
        </>
      }
    >
      {action === 'correct' ? (
        <CorrectForm instruction={instruction} preset={preset} onDone={onClose} />
      ) : (
        <ActionForm
          instruction={instruction}
          action={action}
          preset={preset ?? {}}
          since={since}
          onDone={onClose}
        />
      )}
    </Modal>
  );
}

/** The instruction, live or ended. What was known stays while the rest is fetched: the form over it must not go. */
function useKept(id: string): Instruction | undefined {
  const kept = useRef<Instruction>(undefined);
  const live = useQuery(desk.instructions.live.queryOptions()).data?.find((i) => i.id === id);
  const detail = useQuery(desk.instructions.get.queryOptions({ input: { id }, enabled: live === undefined }))
    .data?.instruction;
  const found = live ?? (detail?.id === id ? detail : undefined);
  if (found && found.version >= (kept.current?.version ?? 0)) kept.current = found;
  return kept.current;
}

function stepOf(action: ActionName, preset: Props['preset']): keyof typeof steps | undefined {
  const all = Object.keys(steps) as (keyof typeof steps)[];
  return all.find((step) => {
    const rule = steps[step];
    return rule.action === action && (!rule.preset || rule.preset.inScope === preset?.inScope);
  });
}
