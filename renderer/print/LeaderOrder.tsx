import { chargesOf, resultsOf, type Signed, stepsOf } from '../../shared/papers/entry-form.ts';
import type { EntryPaper } from '../../shared/papers/log-papers.ts';
import { type FormTime, formTime } from '../../shared/papers/paper-time.ts';
import { logKindWords } from '../../shared/papers/sheet-words.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Area, FormTable, Pair, SignedArea, Whole } from './FormTable.tsx';

type Entry = EntryPaper['entry'];

/** An entry that is itself an order names its leader as its source; on any other the order stands as a step. */
const ordersOf = (e: Entry, time: FormTime): Signed[] => [
  ...(e.kind === 'leaderInstruction' ? [{ text: e.text, by: e.from, at: time.full(e.occurredAtMs) }] : []),
  ...stepsOf(e, 'order', time),
];

/** 领导批示单: on what, the leader's words and time, who carries it out until when, how far it is and what came of it. */
export function LeaderOrder({ data, who }: { data: EntryPaper; who: string }) {
  const { entry: e, site } = data;
  const time = formTime(site.timeZone, data.printedAtMs);
  const own = e.kind === 'leaderInstruction';
  const [first] = chargesOf(e, time);
  const charges = chargesOf(e, time);
  const progress = [
    ...stepsOf(e, 'reported', time).map((s) => ({ ...s, text: s.text || '已报告领导' })),
    ...stepsOf(e, 'proposal', time),
    ...charges
      .filter((c) => c.done === '')
      .map((c) => ({
        text: charges.length > 1 ? `${c.task}：办理中` : '办理中',
        by: c.owner,
        at: `限 ${c.due}`,
      })),
  ];
  return (
    <EntryFrame data={data} title="领导批示单" who={who} time={time}>
      <FormTable>
        <Pair
          a="来源"
          first={
            own ? '领导批示' : [logKindWords[e.kind], e.details.callerUnit, e.from].filter(Boolean).join(' ')
          }
          b="收文号"
          second={e.details.receiptNo}
        />
        <Whole label="原件标题" text={e.title || e.links.map((l) => l.label).join('、')} />
        {!own && (
          <Area label="原件内容" size="low" length={e.text.length}>
            {e.text}
          </Area>
        )}
        <SignedArea label="领导批示" size="tall" lines={ordersOf(e, time)} />
        <Pair
          a="承办人"
          first={[...new Set(charges.map((c) => c.owner))].join('、')}
          b="办结时限"
          second={first?.due ?? ''}
        />
        <SignedArea label="办理进展" size="middle" lines={progress} />
        <SignedArea label="办理结果" size="middle" lines={resultsOf(e, time)} />
        <Area label="备注">{e.details.remarks}</Area>
      </FormTable>
    </EntryFrame>
  );
}
