import { chargesOf, resultsOf, stepsOf } from '../../shared/papers/entry-form.ts';
import type { EntryPaper } from '../../shared/papers/log-papers.ts';
import { secrecyWords, urgencyWords } from '../../shared/papers/log-words.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Area, FormTable, Pair, SignedArea, Whole } from './FormTable.tsx';

/** 文件处理笺 of one paper that came: who was told, what was proposed and ordered, and what came of it (篇五 四(二)). */
export function DocumentSlip({ data, who }: { data: EntryPaper; who: string }) {
  const { entry: e, site } = data;
  const time = formTime(site.timeZone, data.printedAtMs);
  const charges = chargesOf(e, time).filter((c) => c.done === '');
  return (
    <EntryFrame data={data} title="文件处理笺" who={who} time={time}>
      <FormTable>
        <Pair a="收文号" first={e.details.receiptNo} b="收文时间" second={time.full(e.occurredAtMs)} />
        <Pair a="来文单位" first={e.from} b="来文号" second={e.details.fromNo} />
        <Pair
          a="缓急"
          first={e.urgency === null ? '' : urgencyWords[e.urgency]}
          b="密级"
          second={secrecyWords[e.details.secrecy]}
        />
        <Pair
          a="份数"
          first={e.details.copies === null ? '' : String(e.details.copies)}
          b="收文人"
          second={e.receivedBy || e.actorName}
        />
        <Whole label="标题" text={e.title} />
        <Area label="内容摘要" size="low" length={e.text.length}>
          {e.text}
        </Area>
        <SignedArea
          label="报告领导"
          size="low"
          lines={stepsOf(e, 'reported', time).map((s) => ({ ...s, text: s.text || '已报告' }))}
        />
        <SignedArea label="拟办意见" size="middle" lines={stepsOf(e, 'proposal', time)} />
        <SignedArea label="领导批示" size="middle" lines={stepsOf(e, 'order', time)} />
        {charges.length > 0 && (
          <SignedArea
            label="承办"
            size="low"
            lines={charges.map((c) => ({
              text: charges.length > 1 ? c.task : '',
              by: c.owner,
              at: `限 ${c.due}`,
            }))}
          />
        )}
        <SignedArea label="办理结果" size="middle" lines={resultsOf(e, time)} />
        <Area label="备注">{e.details.remarks}</Area>
      </FormTable>
    </EntryFrame>
  );
}
