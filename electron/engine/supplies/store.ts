import { type Kysely, sql } from 'kysely';
import { notFound } from '../../../shared/errors.ts';
import type { MovementKind, SupplyItem, SupplyMovement, SupplyOut } from '../../../shared/supplies/types.ts';
import type { Database, SupplyMovementRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { peopleNames } from '../people/store.ts';

/** Every item with its balance, always the sum of its movements, and what of it is out. */
export async function listItems(db: Kysely<Database>): Promise<SupplyItem[]> {
  const rows = await db
    .selectFrom('supply_item as i')
    .innerJoin('unit', 'unit.id', 'i.unit_id')
    .innerJoin('person', 'person.id', 'i.custodian_id')
    .leftJoin('supply_movement as m', 'm.item_id', 'i.id')
    .selectAll('i')
    .select(['unit.name as unit_name', 'person.name as custodian_name'])
    .select(sql<number>`coalesce(sum(m.delta), 0)`.as('balance'))
    .select(
      sql<number>`coalesce(sum(case m.kind when 'issue' then m.quantity when 'return' then -m.quantity else 0 end), 0)`.as(
        'out',
      ),
    )
    .groupBy('i.id')
    .orderBy('i.id')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    unitId: r.unit_id,
    unitName: r.unit_name,
    measure: r.measure,
    minimum: r.minimum,
    place: r.place,
    custodianId: r.custodian_id,
    custodianName: r.custodian_name,
    key: r.key === 1,
    balance: r.balance,
    out: r.out,
  }));
}

/** One item; `notFound` when there is none. */
export async function getItem(db: Kysely<Database>, id: string): Promise<SupplyItem> {
  const item = (await listItems(db)).find((i) => i.id === id);
  if (!item) throw notFound('supplyItem');
  return item;
}

/** Issues not yet returned in full, the oldest first; of one item or of all. */
export async function openIssues(db: Kysely<Database>, itemId?: string): Promise<SupplyOut[]> {
  let query = db
    .selectFrom('supply_movement as m')
    .innerJoin('supply_item as i', 'i.id', 'm.item_id')
    .leftJoin('supply_movement as r', (join) =>
      join.onRef('r.issue_id', '=', 'm.id').on('r.kind', '=', 'return'),
    )
    .select([
      'm.id',
      'm.item_id',
      'i.name',
      'i.measure',
      'm.quantity',
      'm.recipient',
      'm.purpose',
      'm.instruction_id',
      'm.occurred_at',
      'm.due_at',
    ])
    .select(sql<number>`coalesce(sum(r.quantity), 0)`.as('returned'))
    .where('m.kind', '=', 'issue')
    .groupBy('m.id')
    .having(sql<boolean>`m.quantity > coalesce(sum(r.quantity), 0)`)
    .orderBy('m.occurred_at')
    .orderBy('m.id');
  if (itemId !== undefined) query = query.where('m.item_id', '=', itemId);
  return (await query.execute()).map((r) => ({
    issueId: r.id,
    itemId: r.item_id,
    itemName: r.name,
    measure: r.measure,
    quantity: r.quantity - r.returned,
    recipient: r.recipient,
    purpose: r.purpose,
    instructionId: r.instruction_id,
    issuedAtMs: r.occurred_at,
    dueAtMs: r.due_at,
  }));
}

/** The ledger of one item, oldest first, with its running balance. */
export async function movementsOf(db: Kysely<Database>, itemId: string): Promise<SupplyMovement[]> {
  const item = await getItem(db, itemId);
  const names = await peopleNames(db);
  const rows = await db
    .selectFrom('supply_movement')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('id')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    itemId: r.item_id,
    itemName: item.name,
    kind: r.kind as MovementKind,
    quantity: r.quantity,
    delta: r.delta,
    balanceAfter: r.balance_after,
    recipient: r.recipient,
    purpose: r.purpose,
    instructionId: r.instruction_id,
    dueAtMs: r.due_at,
    issueId: r.issue_id,
    condition: r.condition,
    reason: r.reason,
    occurredAtMs: r.occurred_at,
    actorName: r.actor_id ? (names.get(r.actor_id) ?? '') : '',
  }));
}

type NewMovement = Pick<SupplyMovementRow, 'kind' | 'quantity' | 'delta'> &
  Partial<Omit<SupplyMovementRow, 'id' | 'item_id' | 'balance_after' | 'occurred_at' | 'actor_id'>>;

/** Appends one permanent movement; the storage itself refuses a balance below zero. */
export async function appendMovement(tx: Tx, item: SupplyItem, movement: NewMovement): Promise<SupplyItem> {
  await tx.insert('supply_movement', {
    recipient: '',
    purpose: '',
    instruction_id: null,
    due_at: null,
    issue_id: null,
    condition: '',
    reason: '',
    ...movement,
    id: newId(),
    item_id: item.id,
    balance_after: item.balance + movement.delta,
    occurred_at: tx.nowMs,
    actor_id: tx.actorId,
  });
  return getItem(tx.db, item.id);
}
