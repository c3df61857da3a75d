import type { RegisterRow } from '../../shared/contract/instructions.ts';
import type { FormTime } from '../../shared/papers/paper-time.ts';
import {
  registerFields,
  remarksOf,
  teamFields,
  teamMark,
  type WriteTime,
} from '../../shared/papers/register.ts';
import { Labelled } from './Labelled.tsx';
import paper from './paper.module.css';
import { RegisterTeams } from './RegisterTeams.tsx';
import css from './register.module.css';
import { shortened } from './register-long.ts';

type Props = { row: RegisterRow; time: FormTime; nowMs: number };

/** The cells of one instruction; what belongs together on paper stands in one cell, each with its label. */
export function RegisterRowCells({ row, time, nowMs }: Props) {
  // The receipt stands in full; what happened on the same day needs no date.
  const near = (ms: number) => time.near(ms, row.receivedAtMs);
  const f = shortened(registerFields(row, near, nowMs));
  return (
    <>
      <td>
        <b className={paper.nowrap}>{f.number}</b>
        {'\n'}
        {f.centreNo}
        {'\n'}
        <Marks row={row} state={f.state} />
      </td>
      <td>
        <Labelled label="下达" text={f.issued} />
        <Labelled label="签收" text={time.dayTime(row.receivedAtMs)} />
        {f.receivedBy}
      </td>
      <td>
        {f.caller}
        {'\n'}
        {f.phone || '无电话'}
      </td>
      <td>
        {f.place}
        {'\n'}
        {[f.zone, f.grid].filter(Boolean).join(' ')}
        {'\n'}
        <Labelled label="类别" text={f.category} />
      </td>
      <td>
        {row.severity !== 'ordinary' && <b>【{f.severity}】</b>}
        {f.text}
      </td>
      <td>
        <RegisterTeams row={row} near={near} nowMs={nowMs} />
      </td>
      <td>
        <Crews row={row} near={near} nowMs={nowMs} />
      </td>
      <td>
        <Labelled label="现场" text={f.scene} />
        <Labelled label="受理" text={f.scope} />
        <Labelled label="处置" text={[f.code && `【${f.code}】`, f.disposition].filter(Boolean).join('')} />
        <Labelled label="反馈110" text={f.reported} />
        <Labelled label="告知" text={f.notices} />
        <Labelled label="后续" text={f.followUps} />
        <Labelled
          label="移交"
          text={[f.transferTo, f.transferred, f.receiver && `接收人 ${f.receiver}`].filter(Boolean).join(' ')}
        />
        <Remarks lines={remarksOf(row, near)} />
      </td>
    </>
  );
}

function Marks({ row, state }: { row: RegisterRow; state: string }) {
  return (
    <>
      {state}
      {row.backEnteredAtMs !== null && (
        <>
          {' '}
          <span className={paper.mark}>补录</span>
        </>
      )}
    </>
  );
}

function Crews({ row, near, nowMs }: { row: RegisterRow; near: WriteTime; nowMs: number }) {
  return row.dispatches.map((d, n) => {
    const t = teamFields(d, near, nowMs);
    const text = [t.members, [t.vehicle, t.uniform].filter(Boolean).join(' ')].filter(Boolean).join('\n');
    if (text === '') return null;
    return (
      <span key={d.id} className={css.item}>
        {teamMark(n, row.dispatches.length)}
        {text}
      </span>
    );
  });
}

function Remarks({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return <div className={css.remarks}>{lines.join('\n')}</div>;
}
