import { logEntrySchema } from '../../../shared/duty-log/types.ts';
import type { Tx } from '../db/transaction.ts';
import { entryColumns } from '../duty-log/store.ts';
import { newId } from '../ids.ts';
import { requireHolderId } from '../shifts/store.ts';

/** A reprint (补打) sends the archived bytes; that it happened is a line of the log, in the desk's language. */
export async function logReprint(tx: Tx, actorId: string, number: string): Promise<void> {
  const entry = logEntrySchema.parse({ kind: 'other', text: `补打交接班记录表 ${number}` });
  await tx.insert('log_entry', {
    id: newId(),
    shift_id: await requireHolderId(tx.db),
    occurred_at: tx.nowMs,
    recorded_at: tx.nowMs,
    actor_id: actorId,
    ...entryColumns(entry),
  });
}
