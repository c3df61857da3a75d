import type { Rate, TimelinessGroup, TimelinessReport } from '../../shared/timeliness/types.ts';
import { groupingWords, nowhereWords, rateText } from '../../shared/timeliness/words.ts';
import css from './bulletin.module.css';
import paper from './paper.module.css';

const minutes = (value: number | null) => (value === null ? '—' : String(value));

/** A table of so many rows is not cut in two by the end of a page. */
const MOST_WHOLE = 8;

/** The rates by one grouping, every one with its denominator; the arrival rate as a bar too. */
export function BulletinGroups({ report, title }: { report: TimelinessReport; title: string }) {
  const { by } = report.period;
  return (
    <table className={`${paper.grid} ${report.groups.length <= MOST_WHOLE ? css.whole : ''}`}>
      <colgroup>
        <col />
        <col style={{ width: '10mm' }} />
        <col style={{ width: '44mm' }} />
        <col style={{ width: '11mm' }} />
        <col style={{ width: '11mm' }} />
        <col style={{ width: '27mm' }} />
        <col style={{ width: '27mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={7} className={paper.band}>
            {title}
          </th>
        </tr>
        <tr>
          <th scope="col">{groupingWords[by]}</th>
          <th scope="col">指令</th>
          <th scope="col">到场及时率（及时/应计）</th>
          <th scope="col">到场{'\n'}中位</th>
          <th scope="col">到场{'\n'}九成</th>
          <th scope="col">派送及时率</th>
          <th scope="col">反馈及时率</th>
        </tr>
      </thead>
      <tbody>
        {report.groups.length === 0 && (
          <tr>
            <td colSpan={7}>无</td>
          </tr>
        )}
        {report.groups.map((group) => (
          <GroupRow key={group.key} group={group} name={group.label || nowhereWords[by]} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({ group, name }: { group: TimelinessGroup; name: string }) {
  const { arrival } = group.stages;
  return (
    <tr>
      <td>{name}</td>
      <td className={css.figure}>{group.instructions}</td>
      <td>
        <div className={css.rate}>
          <RateBar rate={group.rates.arrival} />
          <span>{rateText(group.rates.arrival)}</span>
        </div>
      </td>
      <td className={css.figure}>{minutes(arrival.medianMinutes)}</td>
      <td className={css.figure}>{minutes(arrival.p90Minutes)}</td>
      <td className={css.figure}>{rateText(group.rates.dispatch)}</td>
      <td className={css.figure}>{rateText(group.rates.reportBack)}</td>
    </tr>
  );
}

function RateBar({ rate: { numerator, denominator } }: { rate: Rate }) {
  return (
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" className={css.rateBar} aria-hidden="true">
      <rect x={0.5} y={0.5} width={99} height={13} fill="#fff" stroke="#000" />
      {denominator > 0 && (
        <rect x={0.5} y={0.5} width={(99 * numerator) / denominator} height={13} fill="#777" stroke="#000" />
      )}
    </svg>
  );
}
