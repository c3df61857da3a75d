import type { Kysely } from 'kysely';
import type { FollowUp, LogEntry } from '../../../shared/duty-log/types.ts';
import { conflict, notFound } from '../../../shared/errors.ts';
import { settleAlarms } from '../alarms/store.ts';
import type { Database, FollowUpRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';

type NewFollowUp = Pick<FollowUp, 'id' | 'source' | 'sourceId' | 'label' | 'text' | 'owner' | 'dueAtMs'>;

/** A follow-up row as the contract shows it. */
export const followUpOf = (r: FollowUpRow): FollowUp => ({
  id: r.id,
  source: r.source,
  sourceId: r.source_id,
  label: r.label,
  text: r.text,
  owner: r.owner,
  dueAtMs: r.due_at,
  recordedAtMs: r.recorded_at,
  doneAtMs: r.done_at,
  doneText: r.done_text,
});

/** Opens a follow-up with owner and due time; it stays on every handover sheet until done. */
export function openFollowUp(tx: Tx, f: NewFollowUp): Promise<void> {
  return tx.insert('follow_up', {
    id: f.id,
    source: f.source,
    source_id: f.sourceId,
    label: f.label,
    text: f.text,
    owner: f.owner,
    due_at: f.dueAtMs,
    recorded_at: tx.nowMs,
    done_at: null,
    done_text: '',
    version: 1,
  });
}

/** Reports a follow-up done and quiets its alarm; once only (`conflict: followUpDone`). */
export async function closeFollowUp(tx: Tx, id: string, text: string): Promise<FollowUp> {
  const row = await tx.db.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('followUp');
  if (row.done_at !== null) throw conflict('followUpDone');
  await tx.update('follow_up', id, { done_at: tx.nowMs, done_text: text }, row.version);
  await settleAlarms(tx, 'followUpDue', id);
  return { ...followUpOf(row), doneAtMs: tx.nowMs, doneText: text };
}

/** Moves an open follow-up's due time; an alarm of the old one is over. */
export async function moveFollowUp(tx: Tx, id: string, dueAtMs: number): Promise<void> {
  const row = await tx.db.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('followUp');
  await tx.update('follow_up', id, { due_at: dueAtMs }, row.version);
  await settleAlarms(tx, 'followUpDue', id);
}

/** Names what a follow-up is about as it is called now. */
export async function relabelFollowUp(tx: Tx, id: string, label: string): Promise<void> {
  const row = await tx.db.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('followUp');
  await tx.update('follow_up', id, { label }, row.version);
}

type Worded = Pick<LogEntry, 'id' | 'title' | 'text'>;

/** How an entry is called where it is followed up. */
export const labelOf = (e: Pick<Worded, 'title' | 'text'>): string => (e.title || e.text).slice(0, 40);

/** What is still to be done about an entry is called as the entry is since its correction. */
export async function rewordFollowUps(tx: Tx, before: Worded, after: Worded): Promise<void> {
  if (before.text === after.text && before.title === after.title) return;
  const rows = await tx.db
    .selectFrom('follow_up')
    .selectAll()
    .where('source_id', '=', before.id)
    .where('done_at', 'is', null)
    .execute();
  for (const row of rows) {
    const text = row.text === before.text ? after.text : row.text;
    await tx.update('follow_up', row.id, { text, label: labelOf(after) }, row.version);
  }
}

/** A follow-up that ended with its instruction lives again when that end is taken back. */
export async function reopenFollowUp(tx: Tx, id: string): Promise<void> {
  const row = await tx.db.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('followUp');
  if (row.done_at !== null) await tx.update('follow_up', id, { done_at: null, done_text: '' }, row.version);
}

/** Every follow-up not yet done, the first due first. */
export async function openFollowUps(db: Kysely<Database>): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .execute();
  return rows.map(followUpOf);
}

/** One follow-up; `notFound` when there is none. */
export async function getFollowUp(db: Kysely<Database>, id: string): Promise<FollowUp> {
  const row = await db.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('followUp');
  return followUpOf(row);
}
