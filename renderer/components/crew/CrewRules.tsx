import { useTranslation } from 'react-i18next';
import type { Posture } from '../../../shared/posture/types.ts';
import { namedPeople } from '../../../shared/shifts/crew-rules.ts';
import type { Crew } from '../../../shared/shifts/types.ts';
import { StateShape } from '../StateShape.tsx';
import classes from './CrewRules.module.css';
import { useCrewRules, type WhichCrew } from './use-crew-rules.ts';

type Props = {
  crew: Crew;
  which: WhichCrew;
  /** What would hold in another posture than the present one. */
  as?: Posture;
  /** Says only what is not met: for pages that show the crew all the time. */
  onlyFaults?: boolean;
};

/** Which rules hold for a crew and which of them it does not meet, at once while it is being named (篇五 四(二)(三)). */
export function CrewRules({ crew, which, as, onlyFaults }: Props) {
  const { t } = useTranslation();
  const rules = useCrewRules(which, as);
  if (!rules) return null;
  // Before anybody is chosen there is nothing to find fault with.
  const untouched = namedPeople(crew) === 0 && crew.leaderOnDutyId === null;
  const faults = untouched ? [] : rules.faultsOf(crew);
  if (onlyFaults && faults.length === 0) return null;
  return (
    <div className={classes.rules} role="status" aria-label={t(($) => $.crew.rules.label)}>
      {!onlyFaults && (
        <p className={classes.inForce}>
          {rules.inForce}
          {faults.length === 0 && !untouched && (
            <span className={classes.ok}> ✓ {t(($) => $.crew.rules.ok)}</span>
          )}
        </p>
      )}
      {faults.length > 0 && (
        <ul className={classes.faults}>
          {faults.map(({ fault, refuses, text }) => (
            <li key={fault} className={classes.fault} data-refuses={refuses || undefined}>
              <StateShape level={refuses ? 1 : 2} size={14} />
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
