import { formTime } from '../../shared/papers/paper-time.ts';
import { type Grouping, groupings, type TimelinessReport } from '../../shared/timeliness/types.ts';
import {
  arrivalText,
  explanationText,
  leftOutText,
  periodText,
  rateText,
  stampText,
} from '../../shared/timeliness/words.ts';
import { BulletinTextures } from './BulletinBar.tsx';
import { BulletinGroups } from './BulletinGroups.tsx';
import { BulletinDistributions, BulletinStages } from './BulletinStages.tsx';
import css from './bulletin.module.css';
import { bulletinTitle } from './bulletin-title.ts';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';

/** The same period by every grouping. */
export type BulletinData = Record<Grouping, TimelinessReport>;

const titles: Record<Grouping, string> = {
  team: '三、按承办单位、行动组',
  category: '四、按类别',
  grid: '五、按网格',
  hour: '六、按签收时段',
};

/** 时效通报: how fast instructions were answered in a period, A4 portrait, black and white; `who` printed it. */
export function Bulletin({ data, who }: { data: BulletinData; who: string }) {
  const report = data.team;
  const time = formTime(report.timeZone, report.asOfMs);
  return (
    <article className={`${paper.paper} ${css.bulletin}`} lang="zh-CN">
      <BulletinTextures />
      <FormHead
        site={`${report.siteName} ${report.deskName}`}
        title={bulletinTitle(report.period)}
        line={[
          `签收时间：${periodText(report)}`,
          `指令 ${report.total.instructions} 件`,
          `截至 ${stampText(report.asOfMs, report.timeZone)}`,
        ]}
      />
      <Summary report={report} />
      <BulletinStages report={report} />
      <BulletinDistributions report={report} />
      {groupings.map((by) => (
        <BulletinGroups key={by} report={data[by]} title={titles[by]} />
      ))}
      <LateTable report={report} />
      <div className={css.foot}>
        <p>
          注：及时率括号内为及时数与应计数；到场时限以派送时为准，超时后说明原因的仍计超时；时限前撤回的队伍不计。
          一件指令派多支队伍的，签收、派送、反馈计入首派队伍，到场各计各队。
        </p>
        <p>
          {who && `打印人：${who}　`}打印时间：{time.full(report.asOfMs)}
        </p>
      </div>
      <div className={paper.signatures}>
        <span>制表人：</span>
        <span>审核人：</span>
        <span>日期：</span>
      </div>
    </article>
  );
}

function Summary({ report }: { report: TimelinessReport }) {
  const { total } = report;
  if (total.instructions === 0) {
    return <p className={css.summary}>本期没有计入统计的 110 应急联动指令。{leftOutText(report.leftOut)}</p>;
  }
  return (
    <p className={css.summary}>
      本期签收 110 应急联动指令 {total.instructions} 件，派送及时率 {rateText(total.rates.dispatch)}
      ，到场及时率 {rateText(total.rates.arrival)}，反馈及时率 {rateText(total.rates.reportBack)}，到场超时{' '}
      {report.late.length} 队次。
      {leftOutText(report.leftOut)}
    </p>
  );
}

function LateTable({ report }: { report: TimelinessReport }) {
  const { late, timeZone } = report;
  return (
    <table className={paper.grid}>
      <colgroup>
        <col style={{ width: '8mm' }} />
        <col style={{ width: '25mm' }} />
        <col style={{ width: '27mm' }} />
        <col style={{ width: '26mm' }} />
        <col style={{ width: '26mm' }} />
        <col style={{ width: '12mm' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={7} className={paper.band}>
            七、到场超时清单（{late.length} 队次，应计 {report.total.rates.arrival.denominator} 队次）
          </th>
        </tr>
        <tr>
          <th scope="col">序</th>
          <th scope="col">指令编号</th>
          <th scope="col">地点</th>
          <th scope="col">队伍</th>
          <th scope="col">应到{'\n'}到场</th>
          <th scope="col">超时{'\n'}（分）</th>
          <th scope="col">原因说明</th>
        </tr>
      </thead>
      <tbody>
        {late.length === 0 && (
          <tr>
            <td colSpan={7}>无</td>
          </tr>
        )}
        {late.map((row, n) => (
          <tr key={`${row.instructionId} ${row.deadlineMs} ${row.team}`}>
            <td className={paper.centre}>{n + 1}</td>
            <td className={paper.nowrap}>{row.number}</td>
            <td>{row.place}</td>
            <td>{row.team}</td>
            <td className={paper.nowrap}>
              {stampText(row.deadlineMs, timeZone)}
              {'\n'}
              {arrivalText(row, timeZone)}
            </td>
            <td className={css.figure}>{row.lateMinutes}</td>
            <td>{explanationText(row, timeZone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
