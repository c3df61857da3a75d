import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PostureStep } from '../../../shared/posture/types.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { inputOf, type StepInput } from './save-step.ts';

type Props = { step: PostureStep; save: (step: StepInput) => Promise<void>; onClose: () => void };

/** Words a step anew and notes what came of it; its tick stays as it is. */
export function StepDialog({ step, save, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.posture.list.editTitle)}
      draft={`posture.step.${step.id}`}
      initial={{ text: step.text, note: step.note }}
      submit={t(($) => $.common.save)}
      onClose={onClose}
      save={({ text, note }) => save({ ...inputOf(step), text, note })}
    >
      {({ values, errors, set }) => (
        <>
          <Textarea
            label={t(($) => $.posture.list.text)}
            required
            autosize
            minRows={1}
            maxRows={4}
            value={values.text}
            error={errors.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <Textarea
            label={t(($) => $.posture.list.note)}
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            value={values.note}
            error={errors.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
