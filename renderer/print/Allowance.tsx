import { capitalAmount, yuanText } from '../../shared/allowance/amount.ts';
import { type PersonShare, sharesOf } from '../../shared/allowance/by-person.ts';
import type { AllowanceSheet } from '../../shared/allowance/types.ts';
import { kindWords, monthText, nightText, spanText } from '../../shared/allowance/words.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { dayText, stampText } from '../../shared/timeliness/words.ts';
import css from './allowance.module.css';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';

const widths = ['8mm', '14mm', '13mm', '15.5mm', '41mm', '23.5mm', '8mm', '13mm', '16mm'];
const heads = ['序号', '姓名', '类别', '日期', '起止', '指令号', '次数', '标准', '金额', '签领'];

/** `3月11日` of `2026-03-11`; the sheet's head says the year. */
const shortDay = (date: string) => dayText(date).replace(/^\d+年/, '');

/** 夜间出勤补贴发放表 of a month (篇三 五(六)): every line, a subtotal and a place to sign for each person; `who` printed it. */
export function Allowance({ sheet, who }: { sheet: AllowanceSheet; who: string }) {
  const time = formTime(sheet.timeZone, sheet.asOfMs);
  const shares = sharesOf(sheet.rows);
  let n = 0;
  return (
    <article className={`${paper.paper} ${css.allowance}`} lang="zh-CN">
      <FormHead
        site={`${sheet.siteName} ${sheet.deskName}`}
        title="夜间出勤补贴发放表"
        line={[
          `月份：${monthText(sheet.month)}`,
          `夜间：${nightText(sheet.night)}`,
          `${shares.length} 人 ${sheet.totalTimes} 次`,
          '金额单位：元',
        ]}
      />
      <table className={paper.grid}>
        <colgroup>
          {widths.map((width, at) => (
            <col key={heads[at]} style={{ width }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {shares.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={10}>本月没有协管员、环卫作业工人夜间出勤。</td>
            </tr>
          </tbody>
        )}
        {shares.map((share) => {
          const from = n;
          n += share.rows.length;
          return <Share key={share.personId} share={share} from={from} sheet={sheet} />;
        })}
        <tbody>
          <tr className={css.total}>
            <th colSpan={6} scope="row">
              合计（大写）{capitalAmount(sheet.totalFen)}
            </th>
            <td className={css.figure}>{sheet.totalTimes}</td>
            <td />
            <td className={css.figure}>{yuanText(sheet.totalFen)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <Notes sheet={sheet} />
      <p className={css.printed}>
        {who && `打印人：${who}　`}打印时间：{time.full(sheet.asOfMs)}
      </p>
      <div className={paper.signatures}>
        <span>单位负责人：</span>
        <span>财务审核：</span>
        <span>制表人：</span>
        <span>日期：</span>
      </div>
    </article>
  );
}

/** The lines of one person; the place to sign stands beside the subtotal. */
function Share({ share, from, sheet }: { share: PersonShare; from: number; sheet: AllowanceSheet }) {
  return (
    <tbody>
      {share.rows.map((row, k) => (
        <tr key={`${row.instructionId} ${row.date}`}>
          <td className={paper.centre}>{from + k + 1}</td>
          <td>{row.name}</td>
          <td>{kindWords[row.kind]}</td>
          <td>{shortDay(row.date)}</td>
          <td>{spanText(row, sheet.timeZone)}</td>
          <td>{row.number}</td>
          <td className={css.figure}>{row.times}</td>
          <td className={css.figure}>{yuanText(row.rateFen)}</td>
          <td className={css.figure}>{yuanText(row.amountFen)}</td>
          {k === 0 && <td rowSpan={share.rows.length + 1} />}
        </tr>
      ))}
      <tr className={css.share}>
        <th colSpan={6} scope="row">
          {share.name}（{share.unitName}）小计
        </th>
        <td className={css.figure}>{share.times}</td>
        <td />
        <td className={css.figure}>{yuanText(share.amountFen)}</td>
      </tr>
    </tbody>
  );
}

/** What whoever signs this must know: assumed ends, teams without names, names that cannot be told. */
function Notes({ sheet }: { sheet: AllowanceSheet }) {
  const { unnamed, unknown, rows, timeZone } = sheet;
  const assumed = rows.filter((r) => r.end !== 'returned').length;
  const lines = [
    `夜间出勤按当晚有效的时段和标准计算，以夜间开始之日计入月份；截至 ${stampText(sheet.asOfMs, timeZone)}。`,
    assumed > 0 && `有 ${assumed} 次未登记归队：“推定”止于处置、移交、办结或撤回，“在外”为打印时尚未归队。`,
    unnamed.length > 0 &&
      `夜间出动而未登记人员 ${unnamed.length} 队次，未计入：${unnamed.map((u) => `${u.number} ${u.team}`).join('、')}。`,
    unknown.length > 0 &&
      `不能确认的姓名，未计入：${unknown.map((u) => `${u.name}（${u.number}）`).join('、')}。`,
  ].filter((line): line is string => typeof line === 'string');
  return (
    <div className={css.notes}>
      {lines.map((line) => (
        <p key={line}>注：{line}</p>
      ))}
    </div>
  );
}
