import type { Tx } from '../db/transaction.ts';
import { addOwnLine } from '../duty-log/writing.ts';
import { requireHolderId } from '../shifts/store.ts';

/** A reprint (补打) sends the archived bytes; that it happened is a line of the log, in the desk's language. */
export async function logReprint(tx: Tx, actorId: string, number: string): Promise<void> {
  await addOwnLine(tx, actorId, await requireHolderId(tx.db), { text: `补打交接班记录表 ${number}` });
}
