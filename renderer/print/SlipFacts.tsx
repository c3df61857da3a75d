import type { ReactNode } from 'react';
import type { RegisterRow } from '../../shared/contract/instructions.ts';
import type { FormTime } from '../../shared/papers/paper-time.ts';
import { type RegisterFields, remarksOf } from '../../shared/papers/register.ts';
import paper from './paper.module.css';

/** A long text may run over the page; a short row never breaks. */
const LONG = 400;

/** The label/value grid of the slip: what was taken down, and what came of it. */
export function SlipFacts({
  row,
  fields: f,
  time,
}: {
  row: RegisterRow;
  fields: RegisterFields;
  time: FormTime;
}) {
  const transfer = [f.transferTo, f.transferred, f.receiver && `接收人 ${f.receiver}`]
    .filter(Boolean)
    .join('  ');
  return (
    <table className={paper.grid}>
      <colgroup>
        <col style={{ width: '21mm' }} />
        <col />
        <col style={{ width: '21mm' }} />
        <col />
      </colgroup>
      <tbody>
        <Pair a="指令编号" first={f.centreNo || '—'} b="签收人" second={f.receivedBy || '—'} />
        <Pair
          a="下达时间"
          first={time.full(row.issuedAtMs)}
          b="签收时间"
          second={<ReceivedAt row={row} time={time} />}
        />
        <Pair a="报警人" first={f.caller} b="联系电话" second={f.phone || '—'} />
        <Whole label="地点" text={f.place} />
        <Pair a="区域" first={f.zone} b="网格" second={f.grid || '—'} />
        <Pair a="类别" first={f.category || '—'} b="紧急程度" second={`${f.severity}${dangerWords(row)}`} />
        <Whole label="内容" text={f.text} />
        <Whole label="告知领导" text={f.notices || '—'} />
        <Pair a="受理范围" first={f.scope || '—'} b="反馈110" second={f.reported || '—'} />
        <Whole
          label="处置情况"
          text={[f.code && `【${f.code}】`, f.disposition].filter(Boolean).join('') || '—'}
        />
        {f.followUps !== '' && <Whole label="后续处理" text={f.followUps} />}
        {transfer !== '' && <Whole label="移交" text={transfer} />}
        {f.remarks !== '' && <Whole label="备注" text={remarksOf(row, time.dayTime).join('\n')} />}
      </tbody>
    </table>
  );
}

const dangerWords = (row: RegisterRow) =>
  row.danger === null ? '' : row.danger === 'present' ? '（有人身危险）' : '（无人身危险）';

function ReceivedAt({ row, time }: { row: RegisterRow; time: FormTime }) {
  return (
    <>
      {time.full(row.receivedAtMs)}
      {row.backEnteredAtMs !== null && (
        <>
          {' '}
          <span className={paper.mark}>补录</span>
        </>
      )}
    </>
  );
}

function Pair({ a, first, b, second }: { a: string; first: ReactNode; b: string; second: ReactNode }) {
  return (
    <tr>
      <th scope="row">{a}</th>
      <td>{first}</td>
      <th scope="row">{b}</th>
      <td>{second}</td>
    </tr>
  );
}

function Whole({ label, text }: { label: string; text: string }) {
  return (
    <tr className={text.length > LONG || text.split('\n').length > 10 ? paper.breakable : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3}>{text}</td>
    </tr>
  );
}
