import type { Kysely } from 'kysely';
import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import type { CarryInput, CarryItem, OpenCarry, Section } from '../../../shared/handover/sections.ts';
import type { CarryItemRow, Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { peopleNames } from '../people/store.ts';
import { requireHolderId } from '../shifts/store.ts';
import { trailsOf } from './trails.ts';

async function complete(db: Kysely<Database>, rows: readonly CarryItemRow[]): Promise<CarryItem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const names = await peopleNames(db);
  const changes = await db
    .selectFrom('carry_change')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const trails = await trailsOf(db, new Map(rows.map((r) => [r.id, r.opened_at])));
  return rows.map((r) => ({
    id: r.id,
    section: r.section as Section,
    text: r.text,
    owner: r.owner,
    entryId: r.source_kind === 'entry' ? r.source_id : null,
    openedAtMs: r.opened_at,
    openedShiftId: r.opened_shift_id,
    endedAtMs: r.ended_at,
    endedText: r.ended_text,
    history: changes
      .filter((c) => c.item_id === r.id)
      .map((c) => ({ kind: c.kind, text: c.text, actorName: names.get(c.actor_id) ?? '', atMs: c.at })),
    trail: trails.get(r.id) ?? { sinceMs: r.opened_at, passages: [] },
  }));
}

/** Open lines of the sections and those that this shift ended, oldest first. */
export async function carriedLines(db: Kysely<Database>, shiftId: string): Promise<CarryItem[]> {
  const rows = await db
    .selectFrom('carry_item')
    .selectAll()
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_shift_id', '=', shiftId)]))
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return complete(db, rows);
}

/** The open lines alone, oldest first: what the desk asks after every change. */
export async function openLines(db: Kysely<Database>): Promise<OpenCarry[]> {
  const rows = await db
    .selectFrom('carry_item')
    .select(['id', 'section', 'text', 'owner', 'opened_at'])
    .where('ended_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return rows.map(({ opened_at, section, ...r }) => ({
    ...r,
    section: section as Section,
    openedAtMs: opened_at,
  }));
}

async function getCarry(db: Kysely<Database>, id: string): Promise<CarryItem> {
  const row = await db.selectFrom('carry_item').selectAll().where('id', '=', id).executeTakeFirst();
  const [item] = row ? await complete(db, [row]) : [];
  if (!item) throw notFound('carryItem');
  return item;
}

function remember(
  tx: Tx,
  change: {
    itemId: string;
    kind: 'opened' | 'edited' | 'ended';
    text: string;
    shiftId: string;
    actorId: string;
  },
) {
  return tx.insert('carry_change', {
    id: newId(),
    item_id: change.itemId,
    kind: change.kind,
    text: change.text,
    shift_id: change.shiftId,
    actor_id: change.actorId,
    at: tx.nowMs,
  });
}

/** Opens a line of a section, or words an open one anew; its history keeps every wording. */
export async function saveCarry(tx: Tx, actorId: string, input: CarryInput): Promise<CarryItem> {
  const shiftId = await requireHolderId(tx.db);
  const { section, text, owner } = input;
  if (input.id !== undefined) {
    const row = await openRow(tx, input.id);
    if (row.section === section && row.text === text && row.owner === owner)
      throw invalid('text', 'unchanged');
    await tx.update('carry_item', row.id, { section, text, owner }, row.version);
    await remember(tx, { itemId: row.id, kind: 'edited', text, shiftId, actorId });
    return getCarry(tx.db, row.id);
  }
  if (input.entryId !== null) await requireFreeEntry(tx, input.entryId);
  const id = newId();
  tx.about('carryItem', id);
  await tx.insert('carry_item', {
    id,
    section,
    text,
    owner,
    source_kind: input.entryId === null ? 'typed' : 'entry',
    source_id: input.entryId ?? '',
    opened_shift_id: shiftId,
    opened_at: tx.nowMs,
    ended_at: null,
    ended_text: '',
    ended_shift_id: null,
    version: 1,
  });
  await remember(tx, { itemId: id, kind: 'opened', text, shiftId, actorId });
  return getCarry(tx.db, id);
}

/** Ends a line with what came of it; once only (`conflict: carryEnded`). */
export async function endCarry(
  tx: Tx,
  actorId: string,
  input: { id: string; text: string },
): Promise<CarryItem> {
  const shiftId = await requireHolderId(tx.db);
  const row = await openRow(tx, input.id);
  await tx.update(
    'carry_item',
    row.id,
    { ended_at: tx.nowMs, ended_text: input.text, ended_shift_id: shiftId },
    row.version,
  );
  await remember(tx, { itemId: row.id, kind: 'ended', text: input.text, shiftId, actorId });
  return getCarry(tx.db, row.id);
}

async function openRow(tx: Tx, id: string): Promise<CarryItemRow> {
  const row = await tx.db.selectFrom('carry_item').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('carryItem');
  tx.about('carryItem', id);
  if (row.ended_at !== null) throw conflict('carryEnded');
  return row;
}

/** An entry is worded anew by one open line only. */
async function requireFreeEntry(tx: Tx, entryId: string): Promise<void> {
  const entry = await tx.db.selectFrom('log_entry').select('id').where('id', '=', entryId).executeTakeFirst();
  if (!entry) throw notFound('logEntry');
  const taken = await tx.db
    .selectFrom('carry_item')
    .select('id')
    .where('source_id', '=', entryId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (taken) throw conflict('alreadyCarried');
}
