import { chargesOf, resultsOf, stepsOf } from '../../shared/papers/entry-form.ts';
import type { EntryPaper } from '../../shared/papers/log-papers.ts';
import { genderWord, peopleWords } from '../../shared/papers/log-words.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Area, FormTable, Pair, SignedArea, Whole } from './FormTable.tsx';

/** 群众来访登记表 of one visit. */
export function VisitForm({ data, who }: { data: EntryPaper; who: string }) {
  const { entry: e, site } = data;
  const time = formTime(site.timeZone, data.printedAtMs);
  const charges = chargesOf(e, time).filter((c) => c.done === '');
  const orders = stepsOf(e, 'order', time);
  return (
    <EntryFrame data={data} title="群众来访登记表" who={who} time={time}>
      <FormTable>
        <Pair a="姓名" first={e.from} b="性别" second={genderWord(e.details.gender)} />
        <Pair a="联系方式" first={e.phone} b="人数" second={peopleWords(e.details.people)} />
        <Whole label="单位/住址" text={e.details.address} />
        <Pair a="来访时间" first={time.full(e.occurredAtMs)} b="来访地点" second={e.details.place} />
        <Area label="事由" size="tall" length={e.text.length}>
          {[e.title, e.text].filter(Boolean).join('\n')}
        </Area>
        <Whole label="接待人" text={e.receivedBy || e.actorName} />
        {orders.length > 0 && <SignedArea label="领导批示" size="low" lines={orders} />}
        <SignedArea
          label={'处理意见\n与结果'}
          size="tall"
          lines={[
            ...stepsOf(e, 'proposal', time),
            ...charges.map((c) => ({ text: `${c.task}（限 ${c.due}）`, by: `承办：${c.owner}`, at: '' })),
            ...resultsOf(e, time),
          ]}
        />
        <Area label="备注" size="low">
          {e.details.remarks}
        </Area>
      </FormTable>
    </EntryFrame>
  );
}
