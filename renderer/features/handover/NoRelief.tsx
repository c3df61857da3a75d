import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { useMayCall } from '../../app/session.ts';
import css from './sign.module.css';

/** Why nobody takes over at `nowMs`: none named, or nobody of them here after the changeover; null when it is not so. */
export function reliefProblem(
  { holder, relief, current }: Pick<HandoverView, 'holder' | 'relief' | 'current'>,
  nowMs: number,
): 'none' | 'nobodyHere' | null {
  if (!holder || nowMs < holder.plannedEndMs) return null;
  if (!relief) return current ? null : 'none';
  return relief.members.some((m) => m.signedInAtMs !== null) ? null : 'nobodyHere';
}

type Props = { view: HandoverView; problem: 'none' | 'nobodyHere'; onPlan: () => void };

/** Nobody to relieve is no error: what goes on by itself, and what the crew can do. */
export function NoRelief({ view, problem, onPlan }: Props) {
  const { t } = useTranslation();
  const mayPlan = useMayCall()('shifts.planRelief') && view.current === null;
  const lead = view.relief?.members.find((m) => m.duty === 'shiftLead');
  return (
    <section className={css.relief} aria-label={t(($) => $.handover.relief.title)}>
      <h2>◆ {t(($) => $.handover.relief.title)}</h2>
      <p>{t(($) => $.handover.relief[problem])}</p>
      <ul>
        <li>{t(($) => $.handover.relief.goesOn)}</li>
        <li>
          {lead
            ? t(($) => $.handover.relief.call, { who: `${lead.name} ${lead.phone}` })
            : t(($) => $.handover.relief.callNone)}
        </li>
        {problem === 'none' && <li>{t(($) => $.handover.relief.name)}</li>}
        <li>{t(($) => $.handover.relief.substitute)}</li>
        <li>{t(($) => $.handover.relief.alarm)}</li>
      </ul>
      {problem === 'none' && (
        <Button variant="filled" disabled={!mayPlan} onClick={onPlan}>
          {t(($) => $.handover.relief.plan)}
        </Button>
      )}
    </section>
  );
}
