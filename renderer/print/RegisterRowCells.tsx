import type { ReactNode } from 'react';
import type { RegisterRow } from '../../shared/contract/instructions.ts';
import { registerFields, remarksOf, teamFields, teamMark } from '../../shared/papers/register.ts';
import paper from './paper.module.css';
import css from './register.module.css';

type Props = { row: RegisterRow; time: (ms: number) => string; nowMs: number; teams: ReactNode };

/** The cells of one instruction; what belongs together on paper stands in one cell, each with its label. */
export function RegisterRowCells({ row, time, nowMs, teams }: Props) {
  const f = registerFields(row, time, nowMs);
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
        <Labelled label="签收" text={f.received} />
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
      <td>{teams}</td>
      <td>
        <Crews row={row} time={time} nowMs={nowMs} />
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
        <Remarks lines={remarksOf(row, time)} />
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

function Crews({ row, time, nowMs }: Omit<Props, 'teams'>) {
  return row.dispatches.map((d, n) => {
    const t = teamFields(d, time, nowMs);
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

/** A short label and its text on lines of its own; nothing where there is no text. */
export function Labelled({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <span className={css.item}>
      <b className={css.label}>{label}</b> {text}
    </span>
  );
}
