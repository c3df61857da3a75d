import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Person } from '../../../shared/people/types.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { CrewDialog } from './CrewDialog.tsx';
import { CrewTable } from './CrewTable.tsx';
import css from './handover.module.css';
import { SubstituteDialog } from './SubstituteDialog.tsx';

type Props = { view: HandoverView; people: readonly Person[] };

/** Both crews: who comes next, who is here (到岗), who has left (离岗). */
export function CrewPanel({ view, people }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [planning, setPlanning] = useState(false);
  const [replaced, setReplaced] = useState<ShiftMember | null>(null);
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
        <CrewTable shift={relief} label={t(($) => $.handover.crew.incoming)} />
      ) : (
        <p className={css.hint}>{t(($) => $.handover.crew.none)}</p>
      )}
      {holder && (
        <>
          <h3 className={css.subhead}>{t(($) => $.handover.crew.outgoing)}</h3>
          <CrewTable
            shift={holder}
            label={t(($) => $.handover.crew.outgoing)}
            onSubstitute={mayCall('shifts.substitute') && !current ? setReplaced : undefined}
          />
        </>
      )}
      {leaving && (
        <>
          <h3 className={css.subhead}>{t(($) => $.handover.crew.leaving)}</h3>
          <CrewTable shift={leaving} label={t(($) => $.handover.crew.leaving)} />
        </>
      )}
      {planning && <CrewDialog relief={relief} people={people} onClose={() => setPlanning(false)} />}
      {replaced && <SubstituteDialog member={replaced} people={people} onClose={() => setReplaced(null)} />}
    </Panel>
  );
}
