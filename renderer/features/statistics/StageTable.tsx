import { useTranslation } from 'react-i18next';
import type { Stage, TimelinessGroup, TimelinessReport } from '../../../shared/timeliness/types.ts';
import classes from './stage.module.css';
import { useFigureWords } from './words.ts';

type Props = { report: TimelinessReport; stage: Stage };

/** The figures of one span by group: what the chart shows, and the rate with its denominator. */
export function StageTable({ report, stage }: Props) {
  const { t } = useTranslation();
  const words = useFigureWords();
  const { by } = report.period;
  const rated = stage !== 'acceptance';
  const names = words.classes(report, stage);
  const hint = t(($) => $.timeliness.column.minutesHint);
  return (
    <table
      className={classes.table}
      aria-label={t(($) => $.timeliness.table.label, { stage: t(($) => $.timeliness.stage[stage]) })}
    >
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className={classes.name}>
            {t(($) => $.timeliness.by[by])}
          </th>
          <th scope="col" rowSpan={2}>
            {t(($) => $.timeliness.column.instructions)}
          </th>
          {rated && (
            <th scope="col" rowSpan={2}>
              {t(($) => $.timeliness.column.onTime)}
            </th>
          )}
          <th scope="colgroup" colSpan={names.length} data-over>
            {t(($) => $.timeliness.column.classes)}
          </th>
          <th scope="col" rowSpan={2}>
            {t(($) => $.timeliness.column.measured)}
          </th>
          <th scope="col" rowSpan={2}>
            {t(($) => $.timeliness.column.pending)}
          </th>
          <th scope="col" rowSpan={2} title={hint}>
            {t(($) => $.timeliness.column.median)}
          </th>
          <th scope="col" rowSpan={2} title={hint}>
            {t(($) => $.timeliness.column.p90)}
          </th>
        </tr>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={t(($) => $.timeliness.column.total)} group={report.total} stage={stage} total />
        {report.groups.map((group) => (
          <Row key={group.key} name={words.group(group, by)} group={group} stage={stage} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  name,
  group,
  stage,
  total,
}: {
  name: string;
  group: TimelinessGroup;
  stage: Stage;
  total?: boolean;
}) {
  const words = useFigureWords();
  const figures = group.stages[stage];
  return (
    <tr data-total={total || undefined}>
      <th scope="row" className={classes.name}>
        {name}
      </th>
      <td>{group.instructions}</td>
      {stage !== 'acceptance' && <td className={classes.strong}>{words.rate(group.rates[stage])}</td>}
      {figures.counts.map((count, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the classes of a table never change their place
        <td key={n} data-zero={count === 0 || undefined}>
          {count}
        </td>
      ))}
      <td>{figures.measured}</td>
      <td data-zero={figures.pending === 0 || undefined}>{figures.pending}</td>
      <td>{words.minutes(figures.medianMinutes)}</td>
      <td>{words.minutes(figures.p90Minutes)}</td>
    </tr>
  );
}
