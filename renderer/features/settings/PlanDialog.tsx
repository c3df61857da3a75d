import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanInput } from '../../../shared/posture/types.ts';
import type { FieldErrors } from '../../app/errors.ts';
import { FormDialog } from '../../components/FormDialog.tsx';

type Props = { plan: Plan | null; save: (plan: PlanInput) => Promise<void>; onClose: () => void };

/** What was typed; undefined where it is as the plan says, so that a kept draft takes back nothing of another's change. */
type Typed = { name: string | undefined; steps: string | undefined };
const untouched: Typed = { name: undefined, steps: undefined };
const changed = (typed: string, was: string) => (typed === was ? undefined : typed);

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
  const was = { name: plan?.name ?? '', steps: plan?.steps.join('\n') ?? '' };
  return (
    <FormDialog
      title={plan ? t(($) => $.posture.plans.editTitle) : t(($) => $.posture.plans.addTitle)}
      draft={`plan.${plan?.id ?? 'new'}`}
      initial={untouched}
      submit={t(($) => $.common.save)}
      size="lg"
      onClose={onClose}
      save={({ name, steps }) =>
        save({
          ...(plan ? { id: plan.id } : { name: '', steps: [] }),
          ...(name === undefined ? {} : { name }),
          ...(steps === undefined ? {} : { steps: stepsOf(steps) }),
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
            value={values.name ?? was.name}
            error={errors.name}
            onChange={(event) => set({ name: changed(event.currentTarget.value, was.name) })}
          />
          <Textarea
            label={t(($) => $.posture.plans.steps)}
            description={t(($) => $.posture.plans.stepsHint)}
            required
            autosize
            minRows={6}
            maxRows={16}
            data-autofocus={plan ? true : undefined}
            value={values.steps ?? was.steps}
            error={stepsError(errors)}
            onChange={(event) => set({ steps: changed(event.currentTarget.value, was.steps) })}
          />
        </>
      )}
    </FormDialog>
  );
}
