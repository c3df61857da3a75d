import { Button } from '@mantine/core';
import { IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { crewOf } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { navigate, POSTURE_PAGE } from '../../app/route.ts';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PostureMark } from '../../components/PostureMark.tsx';
import classes from './side.module.css';

/** So many open steps are named; the rest is on the posture's page. */
const NAMED = 3;

/** How far the checklist of the emergency is, and what comes next of it; in routine duty only what the crew lacks. */
export function PosturePanel() {
  const { t } = useTranslation();
  const holder = useQuery(desk.desk.view.queryOptions()).data?.holder;
  const view = useQuery(desk.posture.view.queryOptions()).data;
  const faults = holder && <CrewRules crew={crewOf(holder)} which="present" onlyFaults />;
  if (view?.now.posture !== 'emergency') return <div className={classes.notice}>{faults}</div>;
  const steps = view.steps.filter((s) => !s.dropped);
  const open = steps.filter((s) => s.doneAtMs === null);
  const done = steps.length - open.length;
  return (
    <Panel
      label={t(($) => $.posture.home.title)}
      title={
        <span className={classes.marked}>
          <PostureMark posture="emergency" /> {t(($) => $.posture.home.title)}
        </span>
      }
      note={`${done} / ${steps.length}`}
      actions={
        <Button size="compact-md" onClick={() => navigate(POSTURE_PAGE)}>
          {t(($) => $.posture.home.open)}
        </Button>
      }
    >
      <div className={classes.track} aria-hidden="true">
        <div
          className={classes.run}
          style={{ width: `${steps.length === 0 ? 0 : (done / steps.length) * 100}%` }}
        />
      </div>
      {steps.length > 0 && open.length === 0 && (
        <p className={classes.plain}>✓ {t(($) => $.posture.home.all)}</p>
      )}
      <ul className={classes.checks}>
        {open.slice(0, NAMED).map((step) => (
          <li key={step.id} className={classes.check}>
            <IconCircle size={20} stroke={1.6} />
            <span className={classes.oneLine} title={step.text}>
              {step.text}
            </span>
          </li>
        ))}
      </ul>
      {faults}
    </Panel>
  );
}
