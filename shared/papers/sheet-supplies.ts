import type { Handover, Snapshot } from '../handover/types.ts';
import type { PaperClock } from './paper-time.ts';

type Supply = Snapshot['supplies'][number];

/** What the sheet lists: key items, and all of which something is out. */
export const shownSupplies = ({ supplies }: Pick<Snapshot, 'supplies'>): Supply[] =>
  supplies.filter((s) => s.key || s.out > 0);

/** What the incoming crew counted of an item; null while it has not. */
export const countedOf = (item: Supply, { counts }: Pick<Handover, 'counts'>): number | null =>
  counts.find((c) => c.itemId === item.itemId)?.counted ?? item.counted;

/** 清点 and 领用人 / 应还 of an item in words; what is overdue is so as of the freeze. */
export function supplyCells(
  item: Supply,
  handover: Handover,
  clock: PaperClock,
): { counted: string; differs: boolean; holders: string } {
  const counted = countedOf(item, handover);
  const differs = counted !== null && counted !== item.balance;
  const said = counted === null ? (item.key ? '未清点' : '—') : `${counted}${differs ? '（不符）' : ''}`;
  const holders = item.holders.map(({ recipient, quantity, dueAtMs: due }) => {
    const back = due === null ? '' : ` / ${clock.time(due)}${due < handover.frozenAtMs ? '（逾期）' : ''}`;
    return `${recipient} ×${quantity}${back}`;
  });
  return { counted: said, differs, holders: holders.join('；') };
}
