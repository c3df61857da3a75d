import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionName } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { steps } from '../../components/instruction/steps.ts';
import { ActionForm } from './ActionForm.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import classes from './forms.module.css';

type Props = {
  instructionId: string;
  action: ActionName;
  preset?: Record<string, string | boolean>;
  onClose: () => void;
};

/** The form of one action over whatever page asked for it. Closing keeps the draft. */
export function ActionDialog({ instructionId, action, preset, onClose }: Props) {
  const { t } = useTranslation();
  const live = useQuery(desk.instructions.live.queryOptions()).data?.find((i) => i.id === instructionId);
  const detail = useQuery(
    desk.instructions.get.queryOptions({ input: { id: instructionId }, enabled: live === undefined }),
  ).data;
  const instruction = live ?? (detail?.instruction.id === instructionId ? detail.instruction : undefined);
  if (!instruction) return null;
  const again = action === 'dispatch' && instruction.dispatches.some((d) => !d.recalled);
  const step = again ? 'reinforce' : (stepOf(action, preset) ?? 'correct');
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
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
        <CorrectForm instruction={instruction} onDone={onClose} />
      ) : (
        <ActionForm instruction={instruction} action={action} preset={preset ?? {}} onDone={onClose} />
      )}
    </Modal>
  );
}

function stepOf(action: ActionName, preset: Props['preset']): keyof typeof steps | undefined {
  const all = Object.keys(steps) as (keyof typeof steps)[];
  return all.find((step) => {
    const rule = steps[step];
    return rule.action === action && (!rule.preset || rule.preset.inScope === preset?.inScope);
  });
}
