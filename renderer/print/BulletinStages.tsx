import { type Stage, stages, type TimelinessReport } from '../../shared/timeliness/types.ts';
import { bucketWord, percent, rateText, stageMeanings, stageWords } from '../../shared/timeliness/words.ts';
import { BulletinBar, BulletinSwatch } from './BulletinBar.tsx';
import css from './bulletin.module.css';
import paper from './paper.module.css';

const minutes = (value: number | null) => (value === null ? '—' : `${value}`);

/** 一、总体情况: the four spans with their denominators and the on-time rates. */
export function BulletinStages({ report }: { report: TimelinessReport }) {
  const { total } = report;
  return (
    <table className={paper.grid}>
      <colgroup>
        <col style={{ width: '14mm' }} />
        <col />
        <col style={{ width: '16mm' }} />
        <col style={{ width: '16mm' }} />
        <col style={{ width: '18mm' }} />
        <col style={{ width: '18mm' }} />
        <col style={{ width: '34mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={7} className={paper.band}>
            一、总体情况
          </th>
        </tr>
        <tr>
          <th scope="col">环节</th>
          <th scope="col">计时起止</th>
          <th scope="col">已计</th>
          <th scope="col">未结束</th>
          <th scope="col">中位（分）</th>
          <th scope="col">九成（分）</th>
          <th scope="col">及时率（及时/应计）</th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => {
          const { measured, pending, medianMinutes, p90Minutes } = total.stages[stage];
          return (
            <tr key={stage}>
              <th scope="row">{stageWords[stage]}</th>
              <td>{stageMeanings[stage]}</td>
              <td className={css.figure}>{measured}</td>
              <td className={css.figure}>{pending}</td>
              <td className={css.figure}>{minutes(medianMinutes)}</td>
              <td className={css.figure}>{minutes(p90Minutes)}</td>
              <td className={css.figure}>{stage === 'acceptance' ? '—' : rateText(total.rates[stage])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** 二、用时分布: each span as a bar and as the same figures below it, with the share of what was counted. */
export function BulletinDistributions({ report }: { report: TimelinessReport }) {
  return (
    <section className={css.section}>
      <h2 className={css.band}>二、用时分布</h2>
      {stages.map((stage) => (
        <Distribution key={stage} report={report} stage={stage} />
      ))}
    </section>
  );
}

function Distribution({ report, stage }: { report: TimelinessReport; stage: Stage }) {
  const { counts, measured } = report.total.stages[stage];
  const buckets = report.buckets[stage];
  const classes = counts.map((count, n) => ({ count, word: bucketWord(buckets, n), n }));
  return (
    <div className={css.distribution}>
      <div className={css.stageLine}>
        <b>{stageWords[stage]}</b>
        <span>已计 {measured}</span>
      </div>
      <BulletinBar counts={counts} />
      <table className={paper.grid}>
        <thead>
          <tr>
            {classes.map(({ word, n }) => (
              <th key={word} scope="col">
                <BulletinSwatch n={n} count={counts.length} /> {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {classes.map(({ word, count }) => (
              <td key={word} className={paper.centre}>
                {count}（{percent({ numerator: count, denominator: measured })}）
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
