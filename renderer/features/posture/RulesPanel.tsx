import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { crewOf, type Shift } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import type { WhichCrew } from '../../components/crew/use-crew-rules.ts';
import { Panel } from '../../components/Panel.tsx';
import css from './posture.module.css';

/** What the posture and the day ask of both crews, and what they lack. */
export function RulesPanel() {
  const { t } = useTranslation();
  const view = useQuery(desk.desk.view.queryOptions()).data;
  return (
    <Panel title={t(($) => $.posture.crew.title)}>
      <div className={css.rules}>
        <CrewOf name={t(($) => $.posture.crew.present)} shift={view?.holder} which="present" />
        <CrewOf name={t(($) => $.posture.crew.coming)} shift={view?.relief} which="coming" />
      </div>
    </Panel>
  );
}

function CrewOf({ name, shift, which }: { name: string; shift: Shift | null | undefined; which: WhichCrew }) {
  const { t } = useTranslation();
  const names = [...new Set(shift?.members.map((m) => m.name))].join(t(($) => $.common.listSeparator));
  return (
    <div>
      <div>
        <span className={css.dim}>{name}</span> {names}
      </div>
      {shift ? (
        <CrewRules crew={crewOf(shift)} which={which} />
      ) : (
        <span className={css.dim}>{t(($) => $.posture.crew.none)}</span>
      )}
    </div>
  );
}
