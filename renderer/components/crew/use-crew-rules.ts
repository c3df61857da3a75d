import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Posture } from '../../../shared/posture/types.ts';
import {
  type CrewFault,
  crewFaults,
  type DutyDayFacts,
  namedPeople,
  needsLeader,
} from '../../../shared/shifts/crew-rules.ts';
import type { Crew } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useSettings } from '../../app/settings.ts';
import { wordOf } from '../../locales/dynamic.ts';
import type { CrewDraft } from '../CrewPicker.tsx';

/** Of which crew the day counts: the one on the desk, or the one that comes next. */
export type WhichCrew = 'present' | 'coming';

/** A crew while it is being named, as the rules read it: what nobody is chosen for yet is empty. */
export const crewOfDraft = (draft: CrewDraft): Crew => ({
  shiftLeadId: draft.shiftLeadId ?? '',
  liaisonId: draft.liaisonId ?? '',
  officerIds: draft.officerIds,
  leaderOnDutyId: draft.leaderOnDutyId,
});

/** A rule that a crew does not meet, in words; only too few people refuse the takeover. */
export type FaultWords = { fault: CrewFault; refuses: boolean; text: string };

/**
 * The rules of the crew in force on the crew's day, in words, and what a crew lacks; undefined until they are known. `as`
 * asks what would hold in another posture.
 */
export function useCrewRules(which: WhichCrew, as?: Posture) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const days = useQuery(desk.shifts.days.queryOptions()).data;
  const inForce = useQuery(desk.desk.view.queryOptions()).data?.posture.posture;
  const posture = as ?? inForce;
  const minimum = useSettings()?.limits.emergencyCrewMinimum;
  const day: DutyDayFacts | null | undefined =
    which === 'present' ? (days?.present ?? days?.coming) : days?.coming;
  if (!day || !posture || minimum === undefined) return undefined;

  const emergency = posture === 'emergency';
  const name = i18n.language.startsWith('zh') ? day.holiday?.zh : day.holiday?.en;
  const holiday =
    name === undefined ? '' : t(($) => $.crew.rules.holiday, { day: format.localDay(day.dutyDay), name });
  const why = [emergency ? t(($) => $.crew.rules.emergency) : '', holiday]
    .filter((word) => word !== '')
    .join(t(($) => $.common.listSeparator));
  const need = emergency ? Math.max(2, minimum) : 2;
  const conditions = { posture, days: [day.kind], emergencyCrewMinimum: minimum };
  return {
    need,
    /** 应急状态、10月1日 国庆节：至少 3 人，须有带班领导. */
    inForce: [
      why === '' ? t(($) => $.crew.rules.daily) : why,
      t(($) => $.crew.rules.needs, { count: need }),
      needsLeader(conditions) ? t(($) => $.crew.rules.needsLeader) : '',
    ]
      .filter((word) => word !== '')
      .join(t(($) => $.common.middleDot)),
    faultsOf: (crew: Crew): FaultWords[] =>
      crewFaults(crew, conditions).map((fault) => {
        const params = { have: namedPeople(crew), need, why };
        return {
          fault,
          refuses: fault === 'tooFewPeople',
          text: wordOf('crew.rules.fault', fault, fault, params),
        };
      }),
  };
}
