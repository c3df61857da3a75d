import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/time/zone.ts';
import type { LateRow, TimelinessReport } from '../../../shared/timeliness/types.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import classes from './statistics.module.css';

const keyOf = (row: LateRow) => `${row.instructionId} ${row.team} ${row.deadlineMs}`;

/** Every late team of the period with what was explained; Enter or a click opens the instruction. */
export function LatePanel({ report }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  const { late } = report;
  const { denominator } = report.total.rates.arrival;
  const open = (row: LateRow | undefined) => row && navigate(`/instructions/${row.instructionId}`);
  const { gridProps, rowProps } = useGridKeys(late.length, (n) => open(late[n]));
  return (
    <Panel
      fill
      flush
      title={t(($) => $.timeliness.late.title)}
      note={t(($) => $.timeliness.late.note, { late: late.length, denominator })}
    >
      {late.length === 0 ? (
        <p className={classes.nothing}>
          {denominator === 0
            ? t(($) => $.timeliness.late.none)
            : t(($) => $.timeliness.late.noneOf, { denominator })}
        </p>
      ) : (
        <table className={classes.late} aria-label={t(($) => $.timeliness.late.title)} {...gridProps}>
          <tbody>
            {late.map((row, n) => (
              <tr key={keyOf(row)} {...rowProps(n)} onClick={() => open(row)}>
                <td>
                  <LateLines row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function LateLines({ row }: { row: LateRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end =
    row.arrivedAtMs !== null
      ? t(($) => $.timeliness.late.arrived, { at: format.near(row.arrivedAtMs, row.deadlineMs) })
      : row.recalledAtMs !== null
        ? t(($) => $.timeliness.late.recalled, { at: format.near(row.recalledAtMs, row.deadlineMs) })
        : t(($) => $.timeliness.late.missing);
  return (
    <>
      <div className={classes.lateHead}>
        <span className={classes.number}>{row.number}</span>
        <strong className={classes.place}>{row.place}</strong>
      </div>
      <div className={classes.lateTimes}>
        <span className={classes.lateBy}>
          <StateShape level={2} size={14} />{' '}
          {t(($) => $.timeliness.late.by, { duration: format.duration(row.lateMinutes * MINUTE) })}
        </span>
        <span>{t(($) => $.timeliness.late.due, { due: format.dateTime(row.deadlineMs) })}</span>
        <span>{end}</span>
      </div>
      <div className={classes.dim}>{row.team}</div>
      {row.explanations.length === 0 ? (
        <div className={classes.unexplained}>{t(($) => $.timeliness.late.unexplained)}</div>
      ) : (
        row.explanations.map((e) => (
          <div key={`${e.explainedAtMs} ${e.reason}`} className={classes.explained}>
            {t(($) => $.timeliness.late.explained, {
              reason: e.reason,
              to: e.explainedTo,
              at: format.near(e.explainedAtMs, row.deadlineMs),
            })}
          </div>
        ))
      )}
    </>
  );
}
