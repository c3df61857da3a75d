import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { entryDocs } from '../duty-log/finding.ts';
import { handoverDocs } from '../handover/finding.ts';
import { makeFindable } from '../instructions/finding.ts';
import { recordsOf } from '../instructions/similar.ts';
import { itemDocs, movementDocs } from '../supplies/finding.ts';
import { type Doc, type DocKind, indexDoc, isIndexed, isStillToCome } from './index.ts';

/** The table whose rows are the records of a kind. */
export const tableOf = {
  entry: 'log_entry',
  instruction: 'instruction',
  item: 'supply_item',
  movement: 'supply_movement',
  handover: 'handover',
} as const satisfies Record<DocKind, keyof Database>;

type Derived = Exclude<DocKind, 'instruction'>;

const docsOf: Record<Derived, (db: Kysely<Database>, ids: readonly string[]) => Promise<Doc[]>> = {
  entry: entryDocs,
  item: itemDocs,
  movement: movementDocs,
  handover: handoverDocs,
};

/** Puts records that are not in the index into it, at these places. */
export async function fillIn(
  db: Kysely<Database>,
  kind: DocKind,
  records: readonly { id: string; place: number | null }[],
): Promise<void> {
  const ids = records.map((r) => r.id);
  const placeOf = new Map(records.map((r) => [r.id, r.place]));
  if (kind === 'instruction') {
    for (const i of await recordsOf(db, ids)) await makeFindable(db, i, placeOf.get(i.id) ?? null);
    return;
  }
  for (const doc of await docsOf[kind](db, ids)) await indexDoc(db, doc, placeOf.get(doc.id) ?? null);
}

/** A row that a change wrote, as the record it belongs to. */
const belonging: { [table: string]: (row: Record<string, unknown>) => [Derived, unknown][] } = {
  log_entry: (r) => [['entry', r.id]],
  log_detail: (r) => [['entry', r.id]],
  log_correction: (r) => [['entry', r.entry_id]],
  log_step: (r) => [['entry', r.entry_id]],
  log_link: (r) => [['entry', r.entry_id]],
  attachment: (r) => [['entry', r.entry_id]],
  follow_up: (r) => (r.source === 'log' ? [['entry', r.source_id]] : []),
  supply_item: (r) => [['item', r.id]],
  supply_movement: (r) => [
    ['movement', r.id],
    ['movement', r.issue_id],
  ],
  handover: (r) => [['handover', r.id]],
  handover_item: (r) => [['handover', r.handover_id]],
  signature: (r) => [['handover', r.handover_id]],
};

/**
 * Brings the index up to date with whatever a change has written, before it is committed: no writer can forget it. Of
 * instructions their own store takes care, which knows what stood before.
 */
export async function keepFindable(tx: Tx): Promise<void> {
  const touched: Record<Derived, Set<string>> = {
    item: new Set(),
    movement: new Set(),
    entry: new Set(),
    handover: new Set(),
  };
  for (const [table, rows] of tx.rows)
    for (const row of rows.values())
      for (const [kind, id] of belonging[table]?.(row as Record<string, unknown>) ?? [])
        if (typeof id === 'string') touched[kind].add(id);
  for (const [kind, ids] of Object.entries(touched) as [Derived, Set<string>][]) {
    if (ids.size === 0) continue;
    const here = [...ids].sort();
    const taken: string[] = [];
    for (const id of here) if (!(await isLeftToFilling(tx.db, kind, id))) taken.push(id);
    if (taken.length > 0) for (const doc of await docsOf[kind](tx.db, taken)) await indexDoc(tx.db, doc);
  }
}

const isLeftToFilling = async (db: Kysely<Database>, kind: DocKind, id: string): Promise<boolean> =>
  !(await isIndexed(db, kind, id)) && (await isStillToCome(db, id));

/** How many records a kind has up to an id, counted from another one on, a bounded number at once. */
export async function countRecords(
  db: Kysely<Database>,
  kind: DocKind,
  after: string,
  last: string,
  most: number,
): Promise<{ count: number; last: string | null }> {
  const { rows } = await sql<{
    count: number;
    last: string | null;
  }>`SELECT count(*) AS count, max(id) AS last FROM (
    SELECT id FROM ${sql.table(tableOf[kind])} WHERE id > ${after} AND id <= ${last} ORDER BY id LIMIT ${most})`.execute(
    db,
  );
  return rows[0] ?? { count: 0, last: null };
}
