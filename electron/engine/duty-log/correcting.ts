import { changesOf } from '../../../shared/duty-log/correction.ts';
import { movesDeadline } from '../../../shared/duty-log/paper-case.ts';
import type { Correctable, CorrectionInput, LogEntry } from '../../../shared/duty-log/types.ts';
import { conflict, invalid, notAllowed } from '../../../shared/errors.ts';
import { settleAlarms } from '../alarms/store.ts';
import type { Actor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { requireHolderId } from '../shifts/store.ts';
import { requireOwnDetails, requireTimes } from './checks.ts';
import { rewordFollowUps } from './follow-ups.ts';
import { addLinks, namedInstructions } from './links.ts';
import { receiptNoFor } from './receipt-numbers.ts';
import { getEntry } from './store.ts';

/** What turns out to be a paper gets its 收文号 with the correction that says so. */
async function withReceiptNo(tx: Tx, entry: LogEntry, fields: Correctable): Promise<Correctable> {
  const typed = fields.details?.receiptNo;
  const becomes = fields.kind === 'document' && entry.kind !== 'document';
  if (!becomes && typed === undefined) return fields;
  const had = becomes ? entry.details.receiptNo : 'kept';
  const receiptNo = await receiptNoFor(tx, fields.kind ?? entry.kind, { typed, had });
  return receiptNo === null ? fields : { ...fields, details: { ...fields.details, receiptNo } };
}

/** The author corrects in the same shift, a shift lead at any time; what stood before stays. */
export async function correctEntry(tx: Tx, actor: Actor, input: CorrectionInput): Promise<LogEntry> {
  const entry = await getEntry(tx.db, input.id);
  tx.about('logEntry', entry.id);
  const sameShift = entry.shiftId === (await requireHolderId(tx.db));
  const ownAndFresh = entry.actorId === actor.id && sameShift;
  if (entry.quiet) throw conflict('quietLine');
  if (!ownAndFresh && !actor.roles.includes('shiftLead')) throw notAllowed('correctionByLead');
  const { fields } = input;
  const text = input.text ?? entry.text;
  requireTimes(fields, { ...entry, ...fields }, tx.nowMs, ['fields']);
  requireOwnDetails(fields.kind ?? entry.kind, fields.details ?? {}, ['fields', 'details']);
  const changes = changesOf(entry, await withReceiptNo(tx, entry, fields));
  if (text === entry.text && changes.length === 0) throw invalid('text', 'unchanged');
  const id = newId();
  await tx.insert('log_correction', {
    id,
    entry_id: entry.id,
    text,
    reason: input.reason,
    actor_id: actor.id,
    recorded_at: tx.nowMs,
  });
  if (changes.length > 0) await tx.insert('log_correction_detail', { id, value: JSON.stringify(changes) });
  await addLinks(tx, entry.id, await namedInstructions(tx, text));
  const after = await getEntry(tx.db, entry.id);
  await rewordFollowUps(tx, entry, after);
  // A paper that turns out not to be urgent (or came later) is measured anew; what rang for the wrong reason is over.
  if (movesDeadline(changes)) await settleAlarms(tx, 'urgentPaperDue', entry.id);
  return after;
}
