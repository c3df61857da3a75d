import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/posture/types.ts';
import type { FieldErrors } from '../../app/errors.ts';
import { FormDialog } from '../../components/FormDialog.tsx';

/** What is sent of a plan; without an id it is a new one. */
export type PlanInput = { id?: string; name: string; steps: string[]; active: boolean };

type Props = { plan: Plan | null; save: (plan: PlanInput) => Promise<void>; onClose: () => void };

/** The steps of a text: one a line, empty lines left out. */
const stepsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Adds a plan or words one anew: its name, and its checklist one step a line. */
export function PlanDialog({ plan, save, onClose }: Props) {
  const { t } = useTranslation();
  /** A refusal of one step is said with its line, as there is one field for all. */
  const stepsError = (errors: FieldErrors) => {
    const [path, problem] = Object.entries(errors).find(([field]) => field.startsWith('steps')) ?? [];
    const line = Number(path?.split('.')[1]) + 1;
    return Number.isNaN(line) ? problem : t(($) => $.posture.plans.line, { line, problem: problem ?? '' });
  };
  return (
    <FormDialog
      title={plan ? t(($) => $.posture.plans.editTitle) : t(($) => $.posture.plans.addTitle)}
      draft={`plan.${plan?.id ?? 'new'}`}
      initial={{ name: plan?.name ?? '', steps: plan?.steps.join('\n') ?? '' }}
      submit={t(($) => $.common.save)}
      size="lg"
      onClose={onClose}
      save={({ name, steps }) =>
        save({
          ...(plan ? { id: plan.id } : {}),
          name,
          steps: stepsOf(steps),
          active: plan?.active ?? true,
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <TextInput
            label={t(($) => $.posture.plans.name)}
            required
            data-autofocus={plan ? undefined : true}
            autoComplete="off"
            value={values.name}
            error={errors.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            label={t(($) => $.posture.plans.steps)}
            description={t(($) => $.posture.plans.stepsHint)}
            required
            autosize
            minRows={6}
            maxRows={16}
            data-autofocus={plan ? true : undefined}
            value={values.steps}
            error={stepsError(errors)}
            onChange={(event) => set({ steps: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
