import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { factKeys } from '../search/facts.ts';
import type { Doc } from '../search/index.ts';
import { initialsIn, nameInitials } from '../search/names.ts';

const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** An item as a hit shows it. */
export type FoundItem = {
  id: string;
  name: string;
  unit_id: string;
  unit: string;
  place: string;
  measure: string;
  custodian_id: string;
  custodian: string;
  key: number;
  minimum: number;
  /** When its first movement was recorded. */
  at: number;
};

/** These items with their unit and custodian. */
export async function itemsFound(db: Kysely<Database>, ids: readonly string[]): Promise<FoundItem[]> {
  const { rows } =
    await sql<FoundItem>`SELECT i.id, i.name, i.unit_id, u.name AS unit, i.place, i.measure, i.custodian_id,
      p.name AS custodian, i.key, i.minimum,
      coalesce((SELECT occurred_at FROM supply_movement m WHERE m.item_id = i.id ORDER BY m.id LIMIT 1), 0) AS at
    FROM supply_item i JOIN unit u ON u.id = i.unit_id JOIN person p ON p.id = i.custodian_id
    WHERE i.id IN ${among(ids)}`.execute(db);
  return rows;
}

/** A movement as a hit shows it. */
export type FoundMovement = {
  id: string;
  item_id: string;
  item: string;
  unit_id: string;
  measure: string;
  custodian_id: string;
  kind: string;
  quantity: number;
  recipient: string;
  purpose: string;
  condition: string;
  reason: string;
  /** Our number of the instruction it was issued for. */
  number: string | null;
  at: number;
  actor_id: string | null;
  actor: string | null;
  /** Issued and not yet returned in full. */
  open: number;
};

/** These movements with their item. */
export async function movementsFound(db: Kysely<Database>, ids: readonly string[]): Promise<FoundMovement[]> {
  const { rows } =
    await sql<FoundMovement>`SELECT m.id, m.item_id, i.name AS item, i.unit_id, i.measure, i.custodian_id,
      m.kind, m.quantity, m.recipient, m.purpose, m.condition, m.reason, n.number, m.occurred_at AS at, m.actor_id,
      p.name AS actor, m.kind = 'issue' AND m.quantity > coalesce((SELECT sum(r.quantity) FROM supply_movement r
        WHERE r.item_id = m.item_id AND r.id > m.id AND r.issue_id = m.id AND r.kind = 'return'), 0) AS open
    FROM supply_movement m JOIN supply_item i ON i.id = m.item_id LEFT JOIN person p ON p.id = m.actor_id
    LEFT JOIN instruction n ON n.id = m.instruction_id WHERE m.id IN ${among(ids)}`.execute(db);
  return rows;
}

/** These items as the index takes them. */
export async function itemDocs(db: Kysely<Database>, ids: readonly string[]): Promise<Doc[]> {
  return (await itemsFound(db, ids)).map((i) => ({
    kind: 'item',
    id: i.id,
    atMs: i.at,
    content: i.name,
    note: [i.place, i.unit, i.custodian, initialsIn([i.custodian]), ...nameInitials(i.name)].join(' '),
    keys: factKeys({ personIds: [i.custodian_id], unitIds: [i.unit_id], open: false }),
  }));
}

/** These movements as the index takes them. */
export async function movementDocs(db: Kysely<Database>, ids: readonly string[]): Promise<Doc[]> {
  return (await movementsFound(db, ids)).map((m) => {
    const names = [m.recipient, m.actor ?? ''];
    return {
      kind: 'movement',
      id: m.id,
      atMs: m.at,
      content: [m.item, m.purpose].join(' '),
      note: [
        ...names,
        initialsIn(names),
        m.condition,
        m.reason,
        m.number ?? '',
        ...nameInitials(m.item),
      ].join(' '),
      keys: factKeys({
        personIds: [m.actor_id, m.custodian_id].filter((id) => id !== null),
        unitIds: [m.unit_id],
        open: m.open === 1,
      }),
    };
  });
}
