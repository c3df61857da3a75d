import { handledBy, resultsOf, stepsOf } from '../../shared/papers/entry-form.ts';
import type { EntryPaper } from '../../shared/papers/log-papers.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Area, FormTable, Pair, SignedArea } from './FormTable.tsx';

/** 电话记录单: the call as it came, then what was proposed, ordered and done. */
export function PhoneRecord({ data, who }: { data: EntryPaper; who: string }) {
  const { entry: e, site } = data;
  const time = formTime(site.timeZone, data.printedAtMs);
  const handled = handledBy(e, time);
  return (
    <EntryFrame data={data} title="电话记录单" who={who} time={time}>
      <FormTable>
        <Pair a="来话单位" first={e.details.callerUnit} b="发话人" second={e.from} />
        <Pair a="来话时间" first={time.full(e.occurredAtMs)} b="来话电话" second={e.phone} />
        <Pair
          a="受话单位"
          first={e.details.recipientUnit || `${site.name}${site.deskName}`}
          b="受话人"
          second={e.details.recipient || e.receivedBy || e.actorName}
        />
        <Area label="电话内容" size="tall" length={e.text.length}>
          {[e.title, e.text].filter(Boolean).join('\n')}
        </Area>
      </FormTable>
      <FormTable apart>
        <SignedArea label="拟办意见" size="middle" lines={stepsOf(e, 'proposal', time)} />
        <SignedArea label="领导批示" size="middle" lines={stepsOf(e, 'order', time)} />
        <SignedArea label="办理结果" size="middle" lines={resultsOf(e, time)} />
        <Pair a="承办人" first={handled.by} b="承办时间" second={handled.at} />
      </FormTable>
    </EntryFrame>
  );
}
