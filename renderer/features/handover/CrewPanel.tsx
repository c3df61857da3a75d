import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Person } from '../../../shared/people/types.ts';
import { crewOf, type ShiftMember } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useMayCall } from '../../app/session.ts';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { Panel } from '../../components/Panel.tsx';
import { CrewAwayDialog } from './CrewAwayDialog.tsx';
import { CrewDialog } from './CrewDialog.tsx';
import { CrewHistory } from './CrewHistory.tsx';
import { CrewTable } from './CrewTable.tsx';
import own from './crew.module.css';
import css from './handover.module.css';
import { SubstituteDialog } from './SubstituteDialog.tsx';

type Props = { view: HandoverView; people: readonly Person[] };

/** Both crews: who comes next, who is here (到岗), who has left (离岗). */
export function CrewPanel({ view, people }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [planning, setPlanning] = useState(false);
  const [replaced, setReplaced] = useState<ShiftMember | null>(null);
  const [away, setAway] = useState<ShiftMember | null>(null);
  const absences = useQuery(desk.desk.view.queryOptions()).data?.away ?? [];
  const { holder, relief, leaving, current } = view;
  const mayPlan = mayCall('shifts.planRelief');
  return (
    <Panel
      title={t(($) => $.handover.crew.incoming)}
      flush
      actions={
        <Button
          variant={relief ? 'default' : 'filled'}
          disabled={!mayPlan || current !== null}
          title={current ? t(($) => $.handover.crew.frozen) : undefined}
          onClick={() => setPlanning(true)}
        >
          {relief ? t(($) => $.handover.crew.change) : t(($) => $.handover.crew.plan)}
        </Button>
      }
    >
      {relief ? (
        <>
          <div className={own.rules}>
            <CrewRules crew={crewOf(relief)} which="coming" onlyFaults />
          </div>
          <CrewTable shift={relief} label={t(($) => $.handover.crew.incoming)} />
          <CrewHistory shiftId={relief.id} />
        </>
      ) : (
        <p className={css.hint}>{t(($) => $.handover.crew.none)}</p>
      )}
      {holder && (
        <>
          <h3 className={css.subhead}>{t(($) => $.handover.crew.outgoing)}</h3>
          <div className={own.rules}>
            <CrewRules crew={crewOf(holder)} which="present" onlyFaults />
          </div>
          <CrewTable
            shift={holder}
            label={t(($) => $.handover.crew.outgoing)}
            onSubstitute={mayCall('shifts.substitute') && !current ? setReplaced : undefined}
            onAway={mayCall('shifts.markAbsence') ? setAway : undefined}
          />
          <CrewHistory shiftId={holder.id} />
        </>
      )}
      {leaving && (
        <>
          <h3 className={css.subhead}>{t(($) => $.handover.crew.leaving)}</h3>
          <CrewTable shift={leaving} label={t(($) => $.handover.crew.leaving)} />
          <CrewHistory shiftId={leaving.id} />
        </>
      )}
      {planning && <CrewDialog relief={relief} people={people} onClose={() => setPlanning(false)} />}
      {away && (
        <CrewAwayDialog
          member={away}
          absence={absences.find((a) => a.personId === away.personId)}
          onClose={() => setAway(null)}
        />
      )}
      {replaced && <SubstituteDialog member={replaced} people={people} onClose={() => setReplaced(null)} />}
    </Panel>
  );
}
