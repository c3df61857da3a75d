import { useTranslation } from 'react-i18next';
import css from './page.module.css';
import { goToPart, partOf } from './parts.ts';
import type { Step } from './steps.ts';

const marks = { done: '✓', now: '▶', todo: '', skipped: '–' } as const;

/** The steps in one line: what is done, what is next; a press goes to where the step is done. */
export function StepStrip({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={css.steps}>
      {steps.map((step, index) => (
        <li key={step.name} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <button
            type="button"
            className={css.step}
            data-state={step.state}
            onClick={() => goToPart(partOf[step.name])}
          >
            <span className={css.stepMark} aria-hidden="true">
              {marks[step.state] || index + 1}
            </span>
            <span>{t(($) => $.handover.step[step.name])}</span>
            <span className={css.hidden}>{t(($) => $.handover.stepState[step.state])}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
