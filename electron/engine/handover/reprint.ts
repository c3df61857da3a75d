import { paperEvents } from '../archive/store.ts';
import type { Tx } from '../db/transaction.ts';
import { addOwnLine } from '../duty-log/writing.ts';
import { requireHolderId } from '../shifts/store.ts';

/** Which sheet is printed again, as which copy, and why. */
type Reprint = { id: string; number: string; reason: string };

/**
 * A reprint (补打) sends the archived bytes; that it happened is a line of the log, in the desk's language, by which the slip
 * beside the copy is made. Resolves to the id of that line.
 */
export async function logReprint(tx: Tx, actorId: string, { id, number, reason }: Reprint): Promise<string> {
  const before = (await paperEvents(tx.db, id)).filter((e) => e.action === 'handover.reprinted').length;
  return addOwnLine(tx, actorId, await requireHolderId(tx.db), {
    text: `补打交接班记录表 ${number}（第 ${before + 1} 次补打）`,
    handling: reason === '' ? '' : `事由：${reason}`,
  });
}
