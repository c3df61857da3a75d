import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowanceSheet, UnknownName, UnnamedTeam } from '../../../shared/allowance/types.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import classes from './allowance.module.css';
import shared from './statistics.module.css';

/** What somebody must look at so that nobody loses money: teams without names, names nobody carries, no rate. */
export function AllowanceChecks({ sheet }: { sheet: AllowanceSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMayCall();
  const unrated = sheet.rows.filter((row) => row.rateFen === 0).length;
  const count = sheet.unnamed.length + sheet.unknown.length + (unrated > 0 ? 1 : 0);
  return (
    <Panel fill flush title={t(($) => $.allowance.checks)} note={String(count)}>
      {count === 0 && <p className={shared.nothing}>{t(($) => $.allowance.checksNone)}</p>}
      {unrated > 0 && (
        <Group
          title={t(($) => $.allowance.unrated.title)}
          hint={t(($) => $.allowance.unrated.hint, { count: unrated })}
        >
          {may('settings.setSite') && (
            <div className={classes.check}>
              <Button onClick={() => navigate('/settings?tab=site')}>
                {t(($) => $.allowance.unrated.open)}
              </Button>
            </div>
          )}
        </Group>
      )}
      {sheet.unnamed.length > 0 && (
        <Group title={t(($) => $.allowance.unnamed.title)} hint={t(($) => $.allowance.unnamed.hint)}>
          {sheet.unnamed.map((team) => (
            <Check key={`${team.instructionId} ${team.dispatchId}`} team={team}>
              {format.dateTime(team.fromMs)}
            </Check>
          ))}
        </Group>
      )}
      {sheet.unknown.length > 0 && (
        <Group title={t(($) => $.allowance.unknown.title)} hint={t(($) => $.allowance.unknown.hint)}>
          {sheet.unknown.map((name) => (
            <Check key={`${name.instructionId} ${name.dispatchId} ${name.name}`} team={name}>
              {t(($) => $.allowance.unknown[name.reason], { name: name.name })}
            </Check>
          ))}
        </Group>
      )}
    </Panel>
  );
}

function Group({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className={classes.checkGroup} aria-label={title}>
      <h3>
        <StateShape level={2} size={14} /> {title}
      </h3>
      <p className={shared.dim}>{hint}</p>
      {children}
    </section>
  );
}

/** One team with the way to set it right: the list of who went, or the instruction where that is closed. */
function Check({ team, children }: { team: UnnamedTeam | UnknownName; children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMayCall();
  const { instructionId, dispatchId } = team;
  return (
    <div className={classes.check}>
      <div>
        <button
          type="button"
          className={classes.link}
          onClick={() => navigate(`/instructions/${instructionId}`)}
        >
          {team.number}
        </button>{' '}
        {team.team}
        <div className={shared.dim}>{children}</div>
      </div>
      {team.canEnter && may('instructions.turnout') ? (
        <Button
          onClick={() =>
            openDialog({ kind: 'action', instructionId, action: 'turnout', preset: { dispatchId } })
          }
        >
          {t(($) => $.allowance.unnamed.enter)}
        </Button>
      ) : (
        !team.canEnter && <span className={shared.dim}>{t(($) => $.allowance.unnamed.closed)}</span>
      )}
    </div>
  );
}
