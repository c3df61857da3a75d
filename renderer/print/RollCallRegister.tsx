import { answerSeconds } from '../../shared/duty-log/types.ts';
import { remarksOf } from '../../shared/papers/entry-form.ts';
import type { EntryRegister } from '../../shared/papers/log-papers.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import type { Columns } from './Columns.tsx';
import { EntryRegisterFrame } from './EntryRegisterFrame.tsx';
import css from './entry-register.module.css';
import paper from './paper.module.css';

const columns: Columns = [
  ['序号', css.no],
  ['日期', css.day],
  ['点名单位', css.party],
  ['呼叫时间', css.time],
  ['应答时间', css.time],
  ['应答人', css.name],
  ['用时（秒）', css.time],
  ['结果', css.result],
  ['备注', undefined],
];

/** What all roll calls of a period come to: how many were answered, how fast on average and at worst. */
export function rollCallSum(entries: EntryRegister['entries']): string {
  const seconds = entries.map(answerSeconds).filter((s): s is number => s !== null);
  if (seconds.length === 0) return `共 ${entries.length} 次`;
  const mean = Math.round(seconds.reduce((sum, s) => sum + s, 0) / seconds.length);
  return `共 ${entries.length} 次，应答 ${seconds.length} 次，平均 ${mean} 秒，最长 ${Math.max(...seconds)} 秒`;
}

/** 点名记录 of a period: who called, when, who answered and within how many seconds. */
export function RollCallRegister({ data, who }: { data: EntryRegister; who: string }) {
  const time = formTime(data.site.timeZone, data.printedAtMs);
  return (
    <EntryRegisterFrame
      data={data}
      title="点名记录"
      who={who}
      time={time}
      columns={columns}
      empty="这段时间没有点名。"
      sum={rollCallSum(data.entries)}
    >
      {data.entries.map((e, n) => (
        <tr key={e.id}>
          <td className={paper.centre}>{n + 1}</td>
          <td className={paper.centre}>{time.day(e.calledAtMs ?? e.occurredAtMs).replace(/^\d+年/, '')}</td>
          <td>{e.from}</td>
          <td className={paper.centre}>{time.seconds(e.calledAtMs ?? e.occurredAtMs)}</td>
          <td className={paper.centre}>
            {e.answeredAtMs === null ? '未应答' : time.seconds(e.answeredAtMs)}
          </td>
          <td>{e.receivedBy}</td>
          <td className={paper.centre}>{answerSeconds(e) ?? '—'}</td>
          <td>{[e.details.result, e.handling, e.text].filter(Boolean).join('\n')}</td>
          <td>{[e.details.remarks, ...remarksOf(e, time)].filter(Boolean).join('\n')}</td>
        </tr>
      ))}
    </EntryRegisterFrame>
  );
}
