import type { Kysely } from 'kysely';
import { notFound } from '../../../shared/errors.ts';
import { readSnapshot } from '../../../shared/handover/snapshot.ts';
import type { Handover, HandoverItem, Signature } from '../../../shared/handover/types.ts';
import type { Database, HandoverRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';

async function complete(db: Kysely<Database>, row: HandoverRow): Promise<Handover> {
  const items = await db
    .selectFrom('handover_item')
    .selectAll()
    .where('handover_id', '=', row.id)
    .orderBy('position')
    .execute();
  const counts = await db
    .selectFrom('handover_count')
    .select(['item_id', 'counted'])
    .where('handover_id', '=', row.id)
    .execute();
  const signatures = await db
    .selectFrom('signature')
    .innerJoin('person', 'person.id', 'signature.person_id')
    .select(['side', 'person_id', 'person.name', 'at'])
    .where('handover_id', '=', row.id)
    .execute();
  // As of the incoming signature: the event that it wrote, which the row itself cannot know.
  const link = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .where('action', '=', 'handover.signIncoming')
    .where('entity_id', '=', row.id)
    .executeTakeFirst();
  const snapshot = readSnapshot(row.snapshot);
  const signed = (side: string): Signature | null => {
    const s = signatures.find((x) => x.side === side);
    return s ? { personId: s.person_id, name: s.name, atMs: s.at } : null;
  };
  return {
    id: row.id,
    number: row.number,
    status: row.status as Handover['status'],
    outgoingShiftId: row.outgoing_shift_id,
    incomingShiftId: row.incoming_shift_id,
    extraReason: row.extra_reason,
    withdrawnReason: row.withdrawn_reason,
    frozenAtMs: row.frozen_at,
    signedAtMs: row.signed_at,
    late: row.late === 1,
    lateMinutes: row.late_minutes,
    outgoingSignature: signed('outgoing'),
    incomingSignature: signed('incoming'),
    items: items.map((i) => ({
      id: i.id,
      kind: i.kind as HandoverItem['kind'],
      subjectId: i.subject_id,
      label: i.label,
      place: i.place,
      detail: i.detail,
      owed: JSON.parse(i.owed) as string[],
      owner: i.owner,
      dueAtMs: i.due_at,
      decision: i.decision as HandoverItem['decision'],
      reason: i.reason,
      trail: snapshot.trails[i.id] ?? null,
    })),
    counts: counts.map((c) => ({ itemId: c.item_id, counted: c.counted })),
    snapshot,
    openAtHandover: JSON.parse(row.open_at) as string[],
    chain: link ? { seq: link.seq, head: link.hash } : null,
    documentSha256: row.document_sha256,
    version: row.version,
  };
}

/** One handover whole; `notFound` when there is none. */
export async function getHandover(db: Kysely<Database>, id: string): Promise<Handover> {
  const row = await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('handover');
  return complete(db, row);
}

/** The handover under way, null when there is none. */
export async function currentHandover(db: Kysely<Database>): Promise<Handover | null> {
  const row = await db
    .selectFrom('handover')
    .selectAll()
    .where('status', 'in', ['frozen', 'outgoingSigned'])
    .executeTakeFirst();
  return row ? complete(db, row) : null;
}

/** Signed by both and not yet archived: main renders these, also after a restart. */
export async function sealPending(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('handover').select('id').where('status', '=', 'signed').execute();
  return rows.map((r) => r.id);
}

/** Puts the items of the freeze under a handover, in order. */
export async function insertItems(tx: Tx, handoverId: string, items: readonly HandoverItem[]): Promise<void> {
  for (const [position, i] of items.entries()) {
    await tx.insert('handover_item', {
      id: i.id,
      handover_id: handoverId,
      position,
      kind: i.kind,
      subject_id: i.subjectId,
      label: i.label,
      place: i.place,
      detail: i.detail,
      owed: JSON.stringify(i.owed),
      owner: i.owner,
      due_at: i.dueAtMs,
      decision: null,
      reason: '',
      version: 1,
    });
  }
}

/** Keeps the number counted by the incoming crew; a second count replaces the first. */
export async function putCount(tx: Tx, handoverId: string, itemId: string, counted: number): Promise<void> {
  const old = await tx.db
    .selectFrom('handover_count')
    .select(['id', 'version'])
    .where('handover_id', '=', handoverId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  if (old) await tx.update('handover_count', old.id, { counted }, old.version);
  else
    await tx.insert('handover_count', {
      id: newId(),
      handover_id: handoverId,
      item_id: itemId,
      counted,
      version: 1,
    });
}
