import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogStep } from '../../../shared/duty-log/steps.ts';
import { type FollowUp, isLateEntry, type LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import css from './entry-panel.module.css';

type Finish = ((followUp: FollowUp) => void) | undefined;

/** What happened to an entry after it came, as a timeline: told, proposed, ordered, done; each order with its follow-up. */
export function EntryCourse({ entry, onFinish }: { entry: LogEntry; onFinish: Finish }) {
  const { t } = useTranslation();
  const ofStep = new Set(entry.steps.map((s) => s.followUpId));
  const own = entry.followUps.filter((f) => !ofStep.has(f.id));
  if (entry.steps.length === 0 && own.length === 0) return null;
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t(($) => $.log.step.title)}</h3>
      <ol className={css.course}>
        {entry.steps.map((step) => (
          <StepItem
            key={step.id}
            step={step}
            recordedAtMs={entry.recordedAtMs}
            followUp={entry.followUps.find((f) => f.id === step.followUpId)}
            onFinish={onFinish}
          />
        ))}
        {own.map((f) => (
          <li key={f.id} className={css.step} data-done={f.doneAtMs !== null || undefined}>
            <Tracked followUp={f} onFinish={onFinish} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type StepProps = {
  step: LogStep;
  recordedAtMs: number;
  followUp: FollowUp | undefined;
  onFinish: Finish;
};

function StepItem({ step, recordedAtMs, followUp, onFinish }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={css.step} data-done>
      <div className={css.stepHead}>
        <b>{t(($) => $.log.step.action[step.kind])}</b>
        {step.who !== '' && <span>{step.who}</span>}
        <time className={css.dim}>{format.near(step.occurredAtMs, recordedAtMs)}</time>
        <span className={css.dim}>{step.actorName}</span>
        {isLateEntry(step) && (
          <span className={css.dim}>
            {t(($) => $.log.late, { at: format.near(step.recordedAtMs, recordedAtMs) })}
          </span>
        )}
      </div>
      {step.text !== '' && <LongText text={step.text} />}
      {followUp && <Tracked followUp={followUp} onFinish={onFinish} />}
    </li>
  );
}

/** A follow-up with its owner and due time, and how it ended. */
function Tracked({ followUp: f, onFinish }: { followUp: FollowUp; onFinish: Finish }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  if (f.doneAtMs !== null)
    return (
      <div className={css.tracked}>
        <span className={css.good}>
          ✓ {t(($) => $.log.step.doneBy, { owner: f.owner, at: format.near(f.doneAtMs, now) })}
        </span>
        <LongText text={f.doneText} />
      </div>
    );
  const late = f.dueAtMs < now;
  return (
    <div className={css.tracked}>
      <span className={css.warning}>
        {late ? '▲ ' : '◆ '}
        {t(($) => $.log.followUp, { owner: f.owner, at: format.near(f.dueAtMs, now) })}
        {late && ` ${t(($) => $.log.followUpOverdue)}`}
      </span>
      {onFinish && (
        <Button size="compact-sm" onClick={() => onFinish(f)}>
          {t(($) => $.log.followUpFinish)}
        </Button>
      )}
    </div>
  );
}
