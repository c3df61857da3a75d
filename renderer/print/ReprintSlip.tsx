import type { ReprintPaper } from '../../shared/papers/log-papers.ts';
import { dayWords, formTime } from '../../shared/papers/paper-time.ts';
import { hexGroups } from '../../shared/papers/sheet-summary.ts';
import css from './entry-form.module.css';
import { FormHead } from './FormHead.tsx';
import { Area, FormTable, Pair, Whole } from './FormTable.tsx';
import paper from './paper.module.css';

/** 补打说明: goes with a reprint of a sealed sheet, whose archived bytes say nothing of it. */
export function ReprintSlip({ data }: { data: ReprintPaper }) {
  const { site, handover: h, sealedAtMs, line } = data;
  const time = formTime(site.timeZone, data.printedAtMs);
  const signed = (s: { name: string; atMs: number } | null) => (s ? `${s.name}　${time.full(s.atMs)}` : '');
  return (
    <article className={`${paper.paper} ${css.form}`} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title="补打说明"
        line={[`原件：交接班记录表 ${h.number}`, `补打时间：${time.full(line.recordedAtMs)}`]}
      />
      <FormTable>
        <Pair a="原件编号" first={h.number} b="值班日" second={dayWords(h.dutyDay)} />
        <Pair
          a="交班签字"
          first={signed(h.outgoingSignature)}
          b="接班签字"
          second={signed(h.incomingSignature)}
        />
        <Pair
          a="封存时间"
          first={sealedAtMs === null ? '' : time.full(sealedAtMs)}
          b="记录链"
          second={h.chain ? `序号 ${h.chain.seq.toLocaleString('en')}` : ''}
        />
        <Whole label={'原件指纹\nSHA-256'} text={h.documentSha256 ? hexGroups(h.documentSha256) : ''} />
        <Whole label="补打份次" text={line.text} />
        <Pair a="补打人" first={line.actorName} b="补打时间" second={time.full(line.recordedAtMs)} />
        <Area label="事由" size="low">
          {line.handling.replace(/^事由：/, '')}
        </Area>
        <Area label="说明">
          所附交接班记录表由封存的电子原件原样打印，内容未作任何改动；以上述 SHA-256
          可核对其与原件一字不差。补打已记入值班日志。
        </Area>
      </FormTable>
      <div className={paper.signatures}>
        <span>补打人：</span>
        <span>值班长：</span>
        <span>日期：</span>
      </div>
    </article>
  );
}
