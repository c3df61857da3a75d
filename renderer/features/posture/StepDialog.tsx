import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PostureStep, PostureStepInput } from '../../../shared/posture/types.ts';
import { FormDialog } from '../../components/FormDialog.tsx';

/** What was typed; undefined where it is as the step says, so that a kept draft takes back nothing of another's change. */
type Typed = { text: string | undefined; note: string | undefined };
const untouched: Typed = { text: undefined, note: undefined };
const changed = (typed: string, was: string) => (typed === was ? undefined : typed);

type Props = { step: PostureStep; save: (step: PostureStepInput) => Promise<void>; onClose: () => void };

/** Words a step anew and notes what came of it; its tick stays as it is. */
export function StepDialog({ step, save, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.posture.list.editTitle)}
      draft={`posture.step.${step.id}`}
      initial={untouched}
      submit={t(($) => $.common.save)}
      onClose={onClose}
      save={({ text, note }) =>
        save({
          id: step.id,
          ...(text === undefined ? {} : { text }),
          ...(note === undefined ? {} : { note }),
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <Textarea
            label={t(($) => $.posture.list.text)}
            required
            autosize
            minRows={1}
            maxRows={4}
            value={values.text ?? step.text}
            error={errors.text}
            onChange={(event) => set({ text: changed(event.currentTarget.value, step.text) })}
          />
          <Textarea
            label={t(($) => $.posture.list.note)}
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            value={values.note ?? step.note}
            error={errors.note}
            onChange={(event) => set({ note: changed(event.currentTarget.value, step.note) })}
          />
        </>
      )}
    </FormDialog>
  );
}
