import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type TimelinessReport, timedStages } from '../../../shared/timeliness/types.ts';
import classes from './statistics.module.css';
import { useFigureWords } from './words.ts';

/** The main figures of a period in one line, every rate with its denominator; below it what they leave out. */
export function FigureLine({ report }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  const words = useFigureWords();
  const { total } = report;
  const { acceptance } = total.stages;
  return (
    <section className={classes.figures} aria-label={t(($) => $.timeliness.figure.label)}>
      <dl className={classes.figureLine}>
        <Figure
          name={t(($) => $.timeliness.figure.instructions)}
          value={t(($) => $.timeliness.figure.count, { count: total.instructions })}
        />
        <Figure
          name={t(($) => $.timeliness.figure.acceptance)}
          value={t(($) => $.timeliness.figure.median, { minutes: words.minutes(acceptance.medianMinutes) })}
          small={t(($) => $.timeliness.chart.of, { count: acceptance.measured })}
        />
        {timedStages.map((stage) => (
          <Figure
            key={stage}
            name={t(($) => $.timeliness.rate[stage])}
            value={words.rate(total.rates[stage])}
            small={
              total.stages[stage].pending > 0 &&
              t(($) => $.timeliness.figure.pending, { count: total.stages[stage].pending })
            }
          />
        ))}
      </dl>
      <LeftOut report={report} />
    </section>
  );
}

function Figure({ name, value, small }: { name: string; value: string; small?: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        {value} {small && <small>{small}</small>}
      </dd>
    </div>
  );
}

function LeftOut({ report }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  const { backEntered, ...counts } = report.leftOut;
  const list = (['declined', 'duplicates', 'voided'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(($) => $.timeliness.leftOut[key], { count: counts[key] }));
  const sentences = [
    list.length > 0 &&
      t(($) => $.timeliness.leftOut.sentence, { list: list.join(t(($) => $.common.listSeparator)) }),
    backEntered > 0 && t(($) => $.timeliness.leftOut.backEntered, { count: backEntered }),
    report.period.by === 'team' && t(($) => $.timeliness.leftOut.byTeam),
  ].filter(Boolean);
  if (sentences.length === 0) return null;
  return <p className={classes.dim}>{sentences.join(t(($) => $.common.middleDot))}</p>;
}
