import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { dutyDayOf } from '../../../shared/time/duty-day.ts';
import { Clock } from '../../components/Clock.tsx';
import { desk, session } from '../client.ts';
import { openDialog } from '../dialogs.ts';
import { notifyError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { useNow } from '../now.ts';
import { useSession } from '../session.ts';
import { AlarmLamps } from './AlarmLamps.tsx';
import { EscalatedLead } from './EscalatedLead.tsx';
import { PostureLamp } from './PostureLamp.tsx';
import classes from './TopBar.module.css';

/** Locks the desk; the lock itself is main's. */
export const lockDesk = () => session({ op: 'lock' }).catch(notifyError);

/** Clock, duty day, crew, posture, alarm lamps, who is signed in. */
export function TopBar() {
  const { t } = useTranslation();
  const view = useQuery(desk.desk.view.queryOptions()).data;
  const { person } = useSession();
  const site = view?.settings.site;
  return (
    <header className={classes.bar}>
      <div className={classes.names}>
        <strong className={classes.desk}>{site?.deskName ?? t(($) => $.common.appName)}</strong>
        <span className={classes.site}>{site?.name}</span>
      </div>
      <Clock beside={<DutyLine />} />
      <Crew />
      <PostureLamp />
      <AlarmLamps />
      <div className={classes.person}>
        <button
          type="button"
          className={classes.who}
          onClick={() => openDialog({ kind: 'switch' })}
          title={t(($) => $.session.switch)}
        >
          <VisuallyHidden>{t(($) => $.session.switch)} </VisuallyHidden>
          <span className={classes.avatar} aria-hidden="true">
            {person?.name.slice(0, 1)}
          </span>
          <span className={classes.name}>{person?.name}</span>
        </button>
        <button type="button" className={classes.lock} onClick={() => void lockDesk()}>
          <span aria-hidden="true">Alt+L </span>
          {t(($) => $.session.lock)}
        </button>
      </div>
    </header>
  );
}

/** The duty day and how long until the handover; per minute, for it never needs seconds. */
function DutyLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const view = useQuery(desk.desk.view.queryOptions()).data;
  const holder = view?.holder;
  const site = view?.settings.site;
  if (!site) return null;
  const day = holder?.dutyDay ?? dutyDayOf(now, site);
  const left = holder ? holder.plannedEndMs - now : null;
  return (
    <div className={classes.duty} data-late={left !== null && left < 0 ? true : undefined}>
      {t(($) => $.desk.dutyDay, { day: format.localDay(day) })}
      {left !== null && (
        <span className={classes.left}>
          <i aria-hidden="true"> · </i>
          {left >= 0
            ? t(($) => $.desk.toHandover, { duration: format.duration(left) })
            : t(($) => $.desk.handoverLate, { duration: format.duration(left) })}
        </span>
      )}
    </div>
  );
}

function Crew() {
  const { t } = useTranslation();
  const view = useQuery(desk.desk.view.queryOptions()).data;
  if (!view) return <div className={classes.crew} />;
  const members = view.holder?.members ?? [];
  if (members.length === 0) return <div className={classes.crew}>{t(($) => $.desk.noCrew)}</div>;
  const duties = ['shiftLead', 'liaison', 'officer', 'leaderOnDuty'] as const;
  return (
    <dl className={classes.crew}>
      {duties.map((duty) => {
        const holding = members.filter((m) => m.duty === duty);
        if (holding.length === 0) return null;
        const away = (m: ShiftMember) => view.away.find((a) => a.personId === m.personId);
        const named = (m: ShiftMember) => (away(m) ? `${m.name}（${t(($) => $.crew.away.bar)}）` : m.name);
        return (
          <div key={duty} className={classes.member}>
            <dt>{t(($) => $.common.duty[duty])}</dt>
            <dd title={holding.map(named).join(' ')}>
              {holding.map((m, n) => (
                <span key={m.personId} className={away(m) && classes.away}>
                  {n > 0 && ' '}
                  {away(m) && <span aria-hidden="true">◆</span>}
                  {named(m)}
                </span>
              ))}
            </dd>
            {duty === 'shiftLead' && (
              <dd className={classes.call}>
                <EscalatedLead />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
