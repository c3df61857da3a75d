import type { InstructionDetail } from '../../shared/contract/instructions.ts';
import type { FormTime } from '../../shared/papers/paper-time.ts';
import { MINUTE } from '../../shared/time/zone.ts';
import { eventWords } from './event-words.ts';
import paper from './paper.module.css';

type Props = { detail: InstructionDetail; time: FormTime; categoryName: (no: string) => string };

/** 经过: everything in the order of recording, with both times where they differ by a minute and more. */
export function SlipTimeline({ detail, time, categoryName }: Props) {
  const i = detail.instruction;
  const receipt = {
    id: 'receipt',
    occurredAtMs: i.receivedAtMs,
    recordedAtMs: i.backEnteredAtMs ?? i.receivedAtMs,
    words: i.backEnteredAtMs === null ? '签收指令' : '签收指令（纸面登记，补录）',
    by: detail.receivedByName,
  };
  const lines = detail.events.map((event) => ({
    id: event.id,
    occurredAtMs: event.occurredAtMs,
    recordedAtMs: event.recordedAtMs,
    words: eventWords(event, { time: time.dayTime, categoryName }),
    by: event.actorName,
  }));
  return (
    <table className={paper.grid}>
      <colgroup>
        <col style={{ width: '25mm' }} />
        <col style={{ width: '25mm' }} />
        <col />
        <col style={{ width: '22mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">发生时间</th>
          <th scope="col">记录时间</th>
          <th scope="col">经过</th>
          <th scope="col">记录人</th>
        </tr>
      </thead>
      <tbody>
        {[receipt, ...lines].map((line) => (
          <tr key={line.id} className={line.words.length > 300 ? paper.breakable : undefined}>
            <td className={paper.centre}>{time.dayTime(line.occurredAtMs)}</td>
            <td className={paper.centre}>
              {Math.abs(line.recordedAtMs - line.occurredAtMs) < MINUTE
                ? '同左'
                : time.dayTime(line.recordedAtMs)}
            </td>
            <td>{line.words}</td>
            <td className={paper.centre}>{line.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
