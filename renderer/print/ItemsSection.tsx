import type { Handover, HandoverItem } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { itemDue, itemName, itemOwed, itemText, trailText } from '../../shared/papers/sheet-items.ts';
import { sectionLines } from '../../shared/papers/sheet-notes.ts';
import css from './handover-sheet.module.css';
import { Texts } from './NotesSections.tsx';
import { TickBox } from './TickBox.tsx';

/** 一、在办事项与跟踪: every open thing with what is still owed, and what the incoming crew said to it. */
export function ItemsSection({ handover, clock }: { handover: Handover; clock: PaperClock }) {
  const { items, snapshot } = handover;
  const toFollow = sectionLines(snapshot, 'toFollow', clock);
  return (
    <table className={css.grid}>
      <colgroup>
        <col className={css.number} />
        <col className={css.place} />
        <col />
        <col className={css.owner} />
        <col className={css.check} />
        <col className={css.remark} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={6} className={css.band}>
            一、在办事项与跟踪（接班人逐项核对）
          </th>
        </tr>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">地点</th>
          <th scope="col">情况与尚欠事项</th>
          <th scope="col">承办 / 时限</th>
          <th scope="col">核对</th>
          <th scope="col">备注</th>
        </tr>
      </thead>
      <tbody>
        {items.length === 0 && (
          <tr>
            <td colSpan={6}>无在办事项，无跟踪事项。</td>
          </tr>
        )}
        {items.map((item) => (
          <ItemRow key={item.id} item={item} handover={handover} clock={clock} />
        ))}
        {toFollow.length > 0 && (
          <tr className={css.breakable}>
            <th scope="row">待跟进</th>
            <td colSpan={5}>
              <Texts lines={toFollow} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type RowProps = { item: HandoverItem; handover: Handover; clock: PaperClock };

function ItemRow({ item, handover: { snapshot, frozenAtMs }, clock }: RowProps) {
  const name = itemName(item, snapshot);
  const owed = itemOwed(item);
  const due = itemDue(item, frozenAtMs, clock);
  const trail = trailText(item.trail, clock);
  return (
    <tr>
      <td className={`${css.centre} ${css.text}`}>
        {item.kind === 'instruction' ? <span className={css.itemNumber}>{name}</span> : name}
      </td>
      <td>{item.place || '—'}</td>
      <td className={css.text}>
        {itemText(item, snapshot)}
        {owed !== '' && <strong className={css.owed}>欠：{owed}</strong>}
        {trail !== '' && <span className={css.trail}>{trail}</span>}
      </td>
      <td>
        {item.owner || '—'}
        {due !== '' && <span className={css.due}>{due}</span>}
      </td>
      <td className={css.centre}>
        <Decision decision={item.decision} />
      </td>
      <td className={css.text}>{item.reason}</td>
    </tr>
  );
}

function Decision({ decision }: { decision: HandoverItem['decision'] }) {
  if (decision === 'accepted') {
    return (
      <span className={css.decision}>
        <TickBox state="ticked" /> 接受
      </span>
    );
  }
  if (decision === 'refused') {
    return (
      <strong className={css.decision}>
        <TickBox state="crossed" /> 拒收
      </strong>
    );
  }
  return (
    <span className={css.decision}>
      <TickBox state="empty" /> 未核
    </span>
  );
}
