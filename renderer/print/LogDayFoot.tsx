import type { LogDayPaper, LogShift } from '../../shared/papers/log-papers.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { ChainFoot } from './ChainFoot.tsx';
import css from './log-day.module.css';
import paper from './paper.module.css';

type Props = { data: LogDayPaper; open: readonly string[]; clock: PaperClock };

/** The foot of the log: what is not done, the signatures of each handover, who has read it, and the chain. */
export function LogDayFoot({ data, open, clock }: Props) {
  const placed = open.map((text, place) => ({ text, place }));
  return (
    <>
      <table className={`${paper.grid} ${css.foot}`}>
        <colgroup>
          <col className={css.label} />
          <col />
        </colgroup>
        <tbody>
          <tr className={open.length > 12 ? paper.breakable : undefined}>
            <th scope="row">未办事项</th>
            <td>
              {open.length === 0 && '无'}
              {placed.map(({ text, place }) => (
                <span key={place} className={css.block}>
                  {text}
                </span>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
      <div className={css.closing}>
        <table className={`${paper.grid} ${css.signed}`}>
          <tbody>
            {data.shifts.map((s) => (
              <Signatures key={s.shift.id} of={s} clock={clock} />
            ))}
          </tbody>
        </table>
        <ChainFoot
          chain={data.chain}
          value={
            data.chain && `duty-desk log ${data.day.dutyDay} seq ${data.chain.seq} head ${data.chain.head}`
          }
          asOf="截至打印"
          lines={['凭链首可在任何时候核对此前记录未被改动。打印后的补记、更正见系统内的值班日志。']}
        />
      </div>
    </>
  );
}

function Signatures({ of, clock }: { of: LogShift; clock: PaperClock }) {
  const signed = (s: { name: string; atMs: number } | null | undefined) =>
    s ? `${s.name}（PIN签）\n${clock.dayTime(s.atMs).split(' ')[0]} ${clock.seconds(s.atMs)}` : '';
  return (
    <tr>
      <td>
        交班人：{'\n'}
        {signed(of.handover?.outgoing)}
      </td>
      <td>
        接班人：{'\n'}
        {signed(of.handover?.incoming)}
      </td>
      <td>
        带班领导阅签：{'\n'}
        {of.readings
          .map((r) => `${r.name} ${clock.dayTime(r.atMs)}${r.remark === '' ? '' : `：${r.remark}`}`)
          .join('\n')}
      </td>
    </tr>
  );
}
