import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanInput } from '../../../shared/posture/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { navigate, POSTURE_PAGE } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import classes from './settings.module.css';

/** 预案: the checklists that an emergency may begin with; a shift lead or administrator changes them. */
export function PlansTab() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const editable = useMayCall()('posture.savePlan');
  const plans = useQuery(desk.posture.view.queryOptions()).data?.plans ?? [];
  const [editing, setEditing] = useState<Plan | 'new' | null>(null);
  const save = async (plan: PlanInput) => {
    queries.setQueryData(desk.posture.view.queryKey(), await deskClient.posture.savePlan(plan));
  };
  return (
    <div className={classes.narrow}>
      {!editable && <p className={classes.dim}>{t(($) => $.posture.plans.readOnly)}</p>}
      <Panel
        flush
        title={t(($) => $.posture.plans.title)}
        actions={
          <>
            <Button onClick={() => navigate(POSTURE_PAGE)}>{t(($) => $.posture.title)}</Button>
            {editable && (
              <Button variant="filled" onClick={() => setEditing('new')}>
                {t(($) => $.posture.plans.add)}
              </Button>
            )}
          </>
        }
      >
        <p className={`${classes.intro} ${classes.dim}`}>{t(($) => $.posture.plans.intro)}</p>
        {plans.length === 0 && <p className={classes.intro}>{t(($) => $.posture.plans.empty)}</p>}
        <table className={classes.table} aria-label={t(($) => $.posture.plans.title)}>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.id} data-left={!plan.active || undefined}>
                <td>
                  <strong>{plan.name}</strong>{' '}
                  {!plan.active && <Tag>{t(($) => $.posture.plans.retired)}</Tag>}
                  <ol className={classes.planSteps}>
                    {plan.steps.map((step, n) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
                      <li key={n}>{step}</li>
                    ))}
                  </ol>
                </td>
                <td>
                  {editable && (
                    <div className={classes.buttons}>
                      <Button onClick={() => setEditing(plan)}>{t(($) => $.posture.plans.edit)}</Button>
                      <Button
                        onClick={() => void save({ id: plan.id, active: !plan.active }).catch(notifyError)}
                      >
                        {plan.active ? t(($) => $.posture.plans.retire) : t(($) => $.posture.plans.restore)}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {editing && (
        <PlanDialog plan={editing === 'new' ? null : editing} save={save} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
