import type { Handover, Preparation } from '../../shared/handover/types.ts';
import css from './handover-sheet.module.css';
import { TickBox } from './TickBox.tsx';

const tests: readonly (readonly [keyof Preparation['selfTest'], string])[] = [
  ['phoneLine', '值班电话'],
  ['speaker', '告警试音'],
  ['clock', '时钟核对'],
  ['printer', '打印机'],
];

/** 四、物资与设备: booked, counted and out, with the equipment self-test under it. */
export function SuppliesSection({ handover }: { handover: Handover }) {
  const { supplies, preparation } = handover.snapshot;
  const shown = supplies.filter((s) => s.key || s.out > 0);
  const countedOf = (itemId: string) =>
    handover.counts.find((c) => c.itemId === itemId)?.counted ??
    supplies.find((s) => s.itemId === itemId)?.counted ??
    null;
  return (
    <table className={css.grid}>
      <colgroup>
        <col className={css.supply} />
        <col className={css.figure} />
        <col className={css.figure} />
        <col className={css.figure} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={5} className={css.band}>
            四、物资与设备
          </th>
        </tr>
        <tr>
          <th scope="col">物资</th>
          <th scope="col">账面</th>
          <th scope="col">清点</th>
          <th scope="col">在外</th>
          <th scope="col">领用人 / 应还</th>
        </tr>
      </thead>
      <tbody>
        {shown.length === 0 && (
          <tr>
            <td colSpan={5}>无重点物资，无未归还物资。</td>
          </tr>
        )}
        {shown.map((item) => {
          const counted = countedOf(item.itemId);
          const differs = counted !== null && counted !== item.balance;
          return (
            <tr key={item.itemId}>
              <td>{item.name}</td>
              <td className={css.centre}>{item.balance}</td>
              <td className={css.centre}>
                {differs ? <strong>{counted}（不符）</strong> : (counted ?? (item.key ? '未清点' : '—'))}
              </td>
              <td className={css.centre}>{item.out}</td>
              <td className={css.text}>{item.holders}</td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">设备自检</th>
          <td colSpan={4}>
            {tests.map(([key, label]) => (
              <span key={key} className={css.test}>
                <TickBox state={preparation.selfTest[key] ? 'ticked' : 'empty'} /> {label}
                {preparation.selfTest[key] ? '正常' : '未检'}
              </span>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
