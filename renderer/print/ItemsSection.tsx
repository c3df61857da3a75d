import type { Handover, HandoverItem } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { owedWords, word } from '../../shared/papers/sheet-words.ts';
import css from './handover-sheet.module.css';
import { TickBox } from './TickBox.tsx';

const kinds: Record<HandoverItem['kind'], string> = { instruction: '指令', followUp: '跟踪', supply: '物资' };

/** A long entry would fill the sheet; the log keeps its full text. */
const MOST_LETTERS = 160;

const clipped = (text: string) =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()}……（全文见值班日志）` : text;

/** 一、在办事项与跟踪: every open thing with what is still owed, and what the incoming crew said to it. */
export function ItemsSection({ handover, clock }: { handover: Handover; clock: PaperClock }) {
  const { items, snapshot } = handover;
  const { toFollow } = snapshot.preparation.notes;
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
          <ItemRow key={item.id} item={item} clock={clock} />
        ))}
        {toFollow !== '' && (
          <tr>
            <th scope="row">待跟进</th>
            <td colSpan={5} className={css.text}>
              {toFollow}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ItemRow({ item, clock }: { item: HandoverItem; clock: PaperClock }) {
  const numbered = item.kind === 'instruction';
  return (
    <tr>
      <td className={css.centre}>
        {numbered ? <span className={css.itemNumber}>{item.label}</span> : kinds[item.kind]}
      </td>
      <td>{item.place || '—'}</td>
      <td className={css.text}>
        {!numbered && item.label !== '' && item.label !== item.detail
          ? `${item.label}：${clipped(item.detail)}`
          : clipped(item.detail)}
        {numbered && item.owed.length > 0 && (
          <strong className={css.owed}>
            欠：{item.owed.map((code) => word(owedWords, code)).join('、')}
          </strong>
        )}
      </td>
      <td>
        {item.owner || '—'}
        {item.dueAtMs !== null && <span className={css.due}>{clock.dayTime(item.dueAtMs)}</span>}
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
