import { chargesOf, remarksOf, resultsOf, stepsOf } from '../../shared/papers/entry-form.ts';
import type { EntryRegister } from '../../shared/papers/log-papers.ts';
import { genderWord, peopleWords } from '../../shared/papers/log-words.ts';
import { type FormTime, formTime } from '../../shared/papers/paper-time.ts';
import type { Columns } from './Columns.tsx';
import { EntryRegisterFrame } from './EntryRegisterFrame.tsx';
import css from './entry-register.module.css';
import paper from './paper.module.css';

const columns: Columns = [
  ['序号', css.no],
  ['来访时间\n地点', css.day],
  ['姓名', css.name],
  ['性别', css.small],
  ['联系方式', css.phone],
  ['单位 / 住址', css.party],
  ['事由', undefined],
  ['接待人', css.host],
  ['处理意见与结果', css.result],
  ['备注', css.remarks],
];

/** 群众来访登记表 of a period: one row a visit. */
export function VisitRegister({ data, who }: { data: EntryRegister; who: string }) {
  const time = formTime(data.site.timeZone, data.printedAtMs);
  return (
    <EntryRegisterFrame
      data={data}
      title="群众来访登记表"
      who={who}
      time={time}
      columns={columns}
      empty="这段时间没有群众来访。"
      sum={`共 ${data.entries.length} 次`}
    >
      {data.entries.map((entry, n) => (
        <VisitRow key={entry.id} entry={entry} no={n + 1} time={time} />
      ))}
    </EntryRegisterFrame>
  );
}

type RowProps = { entry: EntryRegister['entries'][number]; no: number; time: FormTime };

function VisitRow({ entry: e, no, time }: RowProps) {
  const done = [
    ...stepsOf(e, 'proposal', time).map((s) => `拟办：${s.text}（${s.by}）`),
    ...stepsOf(e, 'order', time).map((s) => `批示：${s.text}（${s.by}）`),
    ...chargesOf(e, time)
      .filter((c) => c.done === '')
      .map((c) => `未办：${c.task}（${c.owner}，限 ${c.due}）`),
    ...resultsOf(e, time).map((s) => (s.by === '' ? s.text : `${s.text}（${s.by}）`)),
  ];
  return (
    <tr className={e.text.length > 500 ? paper.breakable : undefined}>
      <td className={paper.centre}>{no}</td>
      <td>{[time.dayTime(e.occurredAtMs), e.details.place].filter(Boolean).join('\n')}</td>
      <td>{[e.from, peopleWords(e.details.people)].filter(Boolean).join('\n')}</td>
      <td className={paper.centre}>{genderWord(e.details.gender)}</td>
      <td>{e.phone}</td>
      <td>{e.details.address}</td>
      <td>{[e.title, e.text].filter(Boolean).join('\n')}</td>
      <td>{e.receivedBy || e.actorName}</td>
      <td>{done.join('\n')}</td>
      <td>{[e.details.remarks, ...remarksOf(e, time)].filter(Boolean).join('\n')}</td>
    </tr>
  );
}
