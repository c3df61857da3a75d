import type { Handover, Preparation } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { backupText, clockCheckText } from '../../shared/papers/sheet-head.ts';
import { shownSupplies, supplyCells } from '../../shared/papers/sheet-supplies.ts';
import css from './handover-sheet.module.css';
import { TickBox } from './TickBox.tsx';

const tests: readonly (readonly [keyof Preparation['selfTest'], string])[] = [
  ['phoneLine', '值班电话'],
  ['speaker', '告警试音'],
  ['clock', '时钟核对'],
  ['printer', '打印机'],
];

/** A tall merged cell would be torn at a page's end: beyond this the self-test stands below in its own row. */
const MOST_BESIDE = 8;

/** 四、物资与设备: booked, counted and out, with the equipment self-test beside. */
export function SuppliesSection({ handover, clock }: { handover: Handover; clock: PaperClock }) {
  const shown = shownSupplies(handover.snapshot);
  const beside = shown.length >= 2 && shown.length <= MOST_BESIDE;
  const all = beside ? 6 : 5;
  return (
    <table className={css.grid}>
      <colgroup>
        <col className={css.supply} />
        <col className={css.figure} />
        <col className={css.counted} />
        <col className={css.figure} />
        <col />
        {beside && <col className={css.tests} />}
      </colgroup>
      <thead>
        <tr>
          <th colSpan={all} className={css.band}>
            四、物资与设备
          </th>
        </tr>
        <tr>
          <th scope="col">物资</th>
          <th scope="col">账面</th>
          <th scope="col">清点</th>
          <th scope="col">在外</th>
          <th scope="col">领用人 / 应还</th>
          {beside && <th scope="col">设备自检</th>}
        </tr>
      </thead>
      <tbody>
        {shown.length === 0 && (
          <tr>
            <td colSpan={all}>无重点物资，无未归还物资。</td>
          </tr>
        )}
        {shown.map((item, index) => {
          const { counted, differs, holders } = supplyCells(item, handover, clock);
          return (
            <tr key={item.itemId}>
              <td>{item.name}</td>
              <td className={css.centre}>{item.balance}</td>
              <td className={css.centre}>{differs ? <strong>{counted}</strong> : counted}</td>
              <td className={css.centre}>{item.out}</td>
              <td className={css.text}>{holders}</td>
              {beside && index === 0 && (
                <td rowSpan={shown.length}>
                  <SelfTest snapshot={handover.snapshot} clock={clock} />
                </td>
              )}
            </tr>
          );
        })}
        {!beside && (
          <tr>
            <th scope="row">设备自检</th>
            <td colSpan={4}>
              <SelfTest snapshot={handover.snapshot} clock={clock} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type SelfTestProps = { snapshot: Handover['snapshot']; clock: PaperClock };

function SelfTest({ snapshot, clock }: SelfTestProps) {
  const { preparation } = snapshot;
  const done = preparation.selfTest;
  const compared = clockCheckText(preparation);
  const backup = backupText(snapshot, clock);
  return (
    <>
      {tests.map(([key, label]) => {
        const said = key === 'clock' ? compared : '';
        return (
          <span key={key} className={said === '' ? css.test : css.testSaid}>
            <TickBox state={done[key] ? 'ticked' : 'empty'} /> {label}
            {said !== '' && `：${said}`}
            {!done[key] && '（未检）'}
          </span>
        );
      })}
      {backup !== '' && (
        <span className={css.testSaid}>
          <TickBox state={snapshot.lastBackupMs === null ? 'empty' : 'ticked'} /> 备份：{backup}
        </span>
      )}
    </>
  );
}
