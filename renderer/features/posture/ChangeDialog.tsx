import { Select, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostureView } from '../../../shared/contract/posture.ts';
import type { Posture } from '../../../shared/posture/types.ts';
import { crewOf, type Shift } from '../../../shared/shifts/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { useCrewRules, type WhichCrew } from '../../components/crew/use-crew-rules.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import css from './posture.module.css';

type Props = { view: PostureView; to: Posture; onClose: () => void };

/** A change of posture: the plan, the reason, and beforehand what it means for the crews. */
export function ChangeDialog({ view, to, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const emergency = to === 'emergency';
  const plans = view.plans.filter((p) => p.active);
  const undone = view.steps.filter((s) => !s.dropped && s.doneAtMs === null);
  return (
    <FormDialog
      title={emergency ? t(($) => $.posture.change.titleEmergency) : t(($) => $.posture.change.titleRoutine)}
      draft={`posture.${to}`}
      initial={{ planId: '', reason: '' }}
      submit={emergency ? t(($) => $.posture.toEmergency) : t(($) => $.posture.toRoutine)}
      size="lg"
      onClose={onClose}
      save={async ({ planId, reason }) => {
        const after = await deskClient.posture.change({ to, reason, planId: planId === '' ? null : planId });
        queries.setQueryData(desk.posture.view.queryKey(), after);
      }}
    >
      {({ values, errors, set }) => (
        <>
          {emergency && (
            <Select
              label={t(($) => $.posture.change.plan)}
              description={t(($) => $.posture.change.planHint)}
              placeholder={t(($) => $.posture.change.planNone)}
              data={plans.map((p) => ({
                value: p.id,
                label: `${p.name}（${t(($) => $.posture.change.steps, { count: p.steps.length })}）`,
              }))}
              clearable
              data-autofocus
              comboboxProps={{ withinPortal: false }}
              value={plans.some((p) => p.id === values.planId) ? values.planId : null}
              error={errors.planId}
              onChange={(planId) => set({ planId: planId ?? '' })}
            />
          )}
          <Textarea
            label={t(($) => $.posture.change.reason)}
            placeholder={
              emergency ? t(($) => $.posture.change.reasonHint) : t(($) => $.posture.change.reasonHintRoutine)
            }
            required
            autosize
            minRows={2}
            maxRows={5}
            data-autofocus={emergency ? undefined : true}
            value={values.reason}
            error={errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          {undone.length > 0 && (
            <p className={css.warn}>
              ◆{' '}
              {t(($) => $.posture.change.undone, {
                count: undone.length,
                list: undone.map((s) => s.text).join(t(($) => $.common.listSeparator)),
              })}
            </p>
          )}
          <Means to={to} />
        </>
      )}
    </FormDialog>
  );
}

/** What the change brings, and what the present and the coming crew lack then. */
function Means({ to }: { to: Posture }) {
  const { t } = useTranslation();
  const shifts = useQuery(desk.desk.view.queryOptions()).data;
  const rules = useCrewRules('present', to);
  return (
    <section className={css.means}>
      <strong>{t(($) => $.posture.change.means)}</strong>
      <ul className={css.bullets}>
        <li>
          {to === 'emergency'
            ? t(($) => $.posture.change.meansCrew, { count: rules?.need ?? 2 })
            : t(($) => $.posture.change.meansRest)}
        </li>
        {to === 'routine' && <li>{t(($) => $.posture.change.meansRoutine)}</li>}
        <li>{t(($) => $.posture.change.meansLog)}</li>
      </ul>
      <CrewLacks name={t(($) => $.posture.change.crewNow)} shift={shifts?.holder} which="present" to={to} />
      <CrewLacks name={t(($) => $.posture.change.crewNext)} shift={shifts?.relief} which="coming" to={to} />
    </section>
  );
}

type CrewLacksProps = { name: string; shift: Shift | null | undefined; which: WhichCrew; to: Posture };

function CrewLacks({ name, shift, which, to }: CrewLacksProps) {
  const { t } = useTranslation();
  return (
    <div className={css.lacks}>
      <span className={css.dim}>{name}</span>
      {shift ? (
        <CrewRules crew={crewOf(shift)} which={which} as={to} />
      ) : (
        <span className={css.dim}>{t(($) => $.posture.change.crewNextNone)}</span>
      )}
    </div>
  );
}
