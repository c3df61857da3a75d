import type { LogKind } from '../../../shared/duty-log/types.ts';
import { localDate } from '../../../shared/time/zone.ts';
import type { Tx } from '../db/transaction.ts';
import { siteAt } from '../settings/store.ts';

/** The desk's own series: 2026-0001. */
const ownSeries = /^\d{4}-\d{4,}$/;

/** What a number that somebody typed is kept under; a counter's row is the record's own way to say that a number is used. */
const usedKey = (receiptNo: string) => `receipt:${receiptNo}`;

const isUsed = async (tx: Tx, receiptNo: string): Promise<boolean> =>
  (await tx.db.selectFrom('counter').select('id').where('id', '=', usedKey(receiptNo)).executeTakeFirst()) !==
  undefined;

/** The next 收文号 of the year that nobody has typed already. */
export async function nextReceiptNo(tx: Tx): Promise<string> {
  const { timeZone } = await siteAt(tx.db, tx.nowMs);
  const year = localDate(tx.nowMs, timeZone).slice(0, 4);
  for (;;) {
    const n = await tx.nextNumber(`document:${year}`);
    const receiptNo = `${year}-${String(n).padStart(4, '0')}`;
    if (!(await isUsed(tx, receiptNo))) return receiptNo;
  }
}

/** A typed 收文号 that looks like the desk's own is not given again. */
async function remember(tx: Tx, typed: string): Promise<void> {
  const receiptNo = typed.normalize('NFKC').trim();
  if (!ownSeries.test(receiptNo) || (await isUsed(tx, receiptNo))) return;
  await tx.insert('counter', { id: usedKey(receiptNo), value: 1 });
}

/**
 * The 收文号 of an entry that is being written or becomes a paper: the one that was typed, for a paper without one the next of
 * the year; null when there is none to be set.
 */
export async function receiptNoFor(
  tx: Tx,
  kind: LogKind,
  { typed = '', had = '' }: { typed?: string | undefined; had?: string },
): Promise<string | null> {
  if (typed !== '') {
    await remember(tx, typed);
    return typed;
  }
  return kind === 'document' && had === '' ? nextReceiptNo(tx) : null;
}
