import { type AttachmentInput, MOST_ATTACHMENTS } from '../../../shared/duty-log/attachments.ts';
import { keptDetail } from '../../../shared/duty-log/details.ts';
import type { StepInput } from '../../../shared/duty-log/steps.ts';
import { type LogEntry, type LogEntryInput, logEntrySchema } from '../../../shared/duty-log/types.ts';
import { invalid } from '../../../shared/errors.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import { settleAlarms } from '../alarms/store.ts';
import type { FileStore } from '../attachments/files.ts';
import type { Actor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { requireHolderId } from '../shifts/store.ts';
import { requireOwnDetails, requireTimes } from './checks.ts';
import { labelOf, openFollowUp } from './follow-ups.ts';
import { addLinks, namedInstructions } from './links.ts';
import { receiptNoFor } from './receipt-numbers.ts';
import { entryColumns, getEntry } from './store.ts';

/** Adds an entry to the shift that holds the desk now (篇五 四(二)). */
export async function addEntry(
  tx: Tx,
  actor: Actor,
  input: LogEntryInput,
  files: FileStore,
): Promise<LogEntry> {
  requireTimes(input, input, tx.nowMs);
  requireOwnDetails(input.kind, input.details, ['details']);
  const shift_id = await requireHolderId(tx.db);
  const id = newId();
  tx.about('logEntry', id);
  const occurred_at = input.occurredAtMs ?? tx.nowMs;
  await tx.insert('log_entry', {
    id,
    shift_id,
    occurred_at,
    recorded_at: tx.nowMs,
    actor_id: actor.id,
    ...entryColumns(input),
  });
  const receiptNo = await receiptNoFor(tx, input.kind, { typed: input.details.receiptNo });
  const details = keptDetail(input.kind, { ...input.details, ...(receiptNo === null ? {} : { receiptNo }) });
  if (Object.keys(details).length > 0) await tx.insert('log_detail', { id, value: JSON.stringify(details) });
  if (input.followUp) {
    if (input.followUp.dueAtMs <= occurred_at) throw invalid(['followUp', 'dueAtMs'], 'dueInPast');
    await openFollowUp(tx, {
      id: newId(),
      source: 'log',
      sourceId: id,
      label: labelOf(input),
      text: input.text,
      ...input.followUp,
    });
  }
  for (const [n, step] of input.steps.entries())
    await addStep(tx, actor, { id, ...input }, step, ['steps', String(n)]);
  await attachFiles(tx, actor, id, input.attachments, files);
  await addLinks(tx, id, input.links);
  await addLinks(tx, id, await namedInstructions(tx, `${input.text} ${input.handling}`));
  return getEntry(tx.db, id);
}

/** A line that the desk itself writes into the log in somebody's name (补打, 平急转换, 平安无事). */
export async function addOwnLine(
  tx: Tx,
  actorId: string,
  shiftId: string,
  { quiet = false, ...line }: { text: string; handling?: string; important?: boolean; quiet?: boolean },
): Promise<string> {
  const entry = logEntrySchema.parse({ kind: 'other', ...line });
  const id = newId();
  await tx.insert('log_entry', {
    id,
    shift_id: shiftId,
    occurred_at: tx.nowMs,
    recorded_at: tx.nowMs,
    actor_id: actorId,
    ...entryColumns(entry),
  });
  if (quiet) await tx.insert('log_detail', { id, value: JSON.stringify({ quiet }) });
  return id;
}

/** Writes down what happened to an entry after it came; an order with an owner opens a follow-up (篇五 四(二)). */
export async function addStep(
  tx: Tx,
  actor: Actor,
  entry: Pick<LogEntry, 'id' | 'title' | 'text'>,
  step: StepInput,
  path: string[],
): Promise<void> {
  const occurred_at = step.occurredAtMs ?? tx.nowMs;
  if (tooFarAhead(occurred_at, tx.nowMs)) throw invalid([...path, 'occurredAtMs'], 'future');
  let follow_up_id: string | null = null;
  if (step.followUp) {
    if (step.followUp.dueAtMs <= occurred_at) throw invalid([...path, 'followUp', 'dueAtMs'], 'dueInPast');
    follow_up_id = newId();
    await openFollowUp(tx, {
      id: follow_up_id,
      source: 'log',
      sourceId: entry.id,
      label: labelOf(entry),
      text: `${step.who}批示：${step.text}`,
      ...step.followUp,
    });
  }
  await tx.insert('log_step', {
    id: newId(),
    entry_id: entry.id,
    kind: step.kind,
    who: step.who,
    text: step.text,
    follow_up_id,
    shift_id: await requireHolderId(tx.db),
    occurred_at,
    recorded_at: tx.nowMs,
    actor_id: actor.id,
  });
  if (step.kind !== 'proposal') await settleAlarms(tx, 'urgentPaperDue', entry.id);
}

/** Puts files taken in before to an entry; the same file twice is one. */
export async function attachFiles(
  tx: Tx,
  actor: Actor,
  entryId: string,
  attached: readonly AttachmentInput[],
  files: FileStore,
): Promise<void> {
  const had = await tx.db.selectFrom('attachment').select('sha256').where('entry_id', '=', entryId).execute();
  const known = new Set(had.map((a) => a.sha256));
  for (const [n, { sha256, name }] of attached.entries()) {
    if (known.has(sha256)) continue;
    known.add(sha256);
    if (known.size > MOST_ATTACHMENTS) throw invalid(['attachments', n], 'tooMany');
    const stored = await files.stored(sha256);
    if (!stored) throw invalid(['attachments', n], 'fileGone');
    await tx.insert('attachment', {
      id: newId(),
      entry_id: entryId,
      sha256,
      name,
      type: stored.type,
      bytes: stored.bytes,
      actor_id: actor.id,
      recorded_at: tx.nowMs,
    });
  }
}
