import type { SlipData } from '../../shared/contract/papers.ts';
import { obligationsOf } from '../../shared/instructions/obligations.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { registerFields } from '../../shared/papers/register.ts';
import { owedWords } from '../../shared/papers/sheet-words.ts';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';
import { SlipFacts } from './SlipFacts.tsx';
import { SlipTeams } from './SlipTeams.tsx';
import { SlipTimeline } from './SlipTimeline.tsx';

/** 110应急联动指令单: one instruction on A4 portrait, with all that happened and what is still owed. */
export function Slip({ data }: { data: SlipData }) {
  const { detail, site, printedAtMs: nowMs } = data;
  const i = detail.instruction;
  const time = formTime(site.timeZone, nowMs);
  const categoryName = (no: string) => data.categories.find((c) => String(c.no) === no)?.short ?? no;
  const row = {
    ...i,
    receivedByName: detail.receivedByName,
    categoryName: i.categoryNo === null ? '' : categoryName(String(i.categoryNo)),
    gridName: data.gridName,
    originalNumber: detail.original?.number ?? null,
    duplicates: detail.duplicates,
    // Corrections stand in the timeline below, with both versions.
    corrections: [],
  };
  const fields = registerFields(row, time.dayTime, nowMs);
  const owed = obligationsOf(i, nowMs, data.limits);
  return (
    <article className={paper.paper} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title="110应急联动指令单"
        line={[`编号：${i.number}`, `状态：${fields.state}`, `打印：${time.full(nowMs)}`]}
      />
      <SlipFacts row={row} fields={fields} time={time} />
      <SlipTeams teams={i.dispatches} time={time} nowMs={nowMs} />
      <table className={paper.grid}>
        <colgroup>
          <col style={{ width: '21mm' }} />
          <col />
        </colgroup>
        <tbody>
          <tr>
            <th scope="row">尚欠事项</th>
            <td>
              {owed.length === 0
                ? '无'
                : owed
                    .map((o) =>
                      o.dueAtMs === null
                        ? owedWords[o.code]
                        : `${owedWords[o.code]}（${time.dayTime(o.dueAtMs)}前）`,
                    )
                    .join('、')}
            </td>
          </tr>
        </tbody>
      </table>
      <SlipTimeline detail={detail} time={time} categoryName={categoryName} />
      <div className={paper.signatures}>
        <span>承办人：</span>
        <span>联络员：</span>
        <span>值班长：</span>
        <span>带班领导：</span>
      </div>
    </article>
  );
}
