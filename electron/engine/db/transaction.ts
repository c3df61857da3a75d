import type { Kysely, Transaction } from 'kysely';
import { conflict, notFound } from '../../../shared/errors.ts';
import type { Change } from '../../../shared/protocol.ts';
import { GENESIS, jcs, linkHash } from './chain.ts';
import { featuresOf } from './features.ts';
import type { AuditedTable, AuditedTables, Database } from './schema.ts';
import type { Tail, TailLine } from './tail.ts';

export type WriteCall = {
  path: string;
  requestId: string;
  actorId: string | null;
  /** Read once, inside the write lock: what is recorded later never carries an earlier time. */
  now: () => number;
};

/** One write in progress: inserts and updates go through it, so that every row enters the chain as stored. */
export class Tx {
  readonly db: Transaction<Database>;
  readonly nowMs: number;
  readonly actorId: string | null;
  readonly rows = new Map<AuditedTable, Map<string, unknown>>();
  readonly credentials: { person_id: string; kind: string }[] = [];
  entity = '';
  entityId = '';

  constructor(db: Transaction<Database>, call: WriteCall) {
    this.db = db;
    this.nowMs = call.now();
    this.actorId = call.actorId;
  }

  /** Names the record that the audit event is about. */
  about(entity: string, id: string): void {
    this.entity = entity;
    this.entityId = id;
  }

  async insert<T extends AuditedTable>(table: T, row: AuditedTables[T]): Promise<void> {
    await this.db
      .insertInto(table)
      .values(row as never)
      .execute();
    await this.#remember(table, (row as { id: string }).id);
  }

  /** Changes one row; with `version` the row must still have it (`conflict: stale`), and its version grows by one. */
  async update<T extends AuditedTable>(
    table: T,
    id: string,
    patch: Partial<AuditedTables[T]>,
    version?: number,
  ): Promise<void> {
    const values = version === undefined ? patch : { ...patch, version: version + 1 };
    let query = this.db
      .updateTable(table as AuditedTable)
      .set(values as never)
      .where('id' as never, '=', id as never);
    if (version !== undefined) query = query.where('version' as never, '=', version as never);
    const { numUpdatedRows } = await query.executeTakeFirst();
    if (numUpdatedRows !== 1n) throw version === undefined ? notFound(table) : conflict('stale');
    await this.#remember(table, id);
  }

  /** The next number of a series without gaps: it is taken inside the transaction. */
  nextNumber(series: string): Promise<number> {
    return this.takeNumbers(series, 1);
  }

  /** Takes `count` numbers in a row and returns the first. */
  async takeNumbers(series: string, count: number): Promise<number> {
    const row = await this.db
      .selectFrom('counter')
      .select('value')
      .where('id', '=', series)
      .executeTakeFirst();
    const first = (row?.value ?? 0) + 1;
    const value = first + count - 1;
    if (row) await this.update('counter', series, { value });
    else await this.insert('counter', { id: series, value });
    return first;
  }

  async #remember(table: AuditedTable, id: string): Promise<void> {
    const stored = await this.db
      .selectFrom(table as 'unit')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = this.rows.get(table) ?? new Map<string, unknown>();
    rows.set(id, stored);
    this.rows.set(table, rows);
  }
}

export type Writer = {
  db: Kysely<Database>;
  tail: Tail | null;
  /** Brings what is derived from the rows just written up to date, inside their transaction. */
  derive: (tx: Tx) => Promise<void>;
  onChange: (change: Change) => void;
};

/**
 * Runs one write: BEGIN IMMEDIATE, the request looked up (a retry gets its first result and writes nothing), the change,
 * its audit event, the request row, COMMIT, the tail line on disk, then the change is announced.
 */
export async function write<T>(writer: Writer, call: WriteCall, change: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await writer.db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('request')
      .select(['path', 'result'])
      .where('id', '=', call.requestId)
      .executeTakeFirst();
    if (before) {
      if (before.path !== call.path) throw conflict('requestReused');
      return { result: JSON.parse(before.result) as T, line: null, tx: null };
    }
    const tx = new Tx(trx, call);
    const result = await change(tx);
    await writer.derive(tx);
    const line = await appendAudit(tx, call);
    const row = {
      id: call.requestId,
      path: call.path,
      actor_id: call.actorId,
      at: tx.nowMs,
      result: JSON.stringify(result ?? null),
    };
    await trx.insertInto('request').values(row).execute();
    return { result, line, tx };
  });
  // Also for a retry: its first try may have ended between COMMIT and the tail.
  writer.tail?.append(outcome.line ? [outcome.line] : []);
  if (outcome.line && outcome.tx) {
    writer.onChange({
      rev: outcome.line.seq,
      features: featuresOf([
        ...outcome.tx.rows.keys(),
        ...(outcome.tx.credentials.length > 0 ? ['credential' as const] : []),
      ]),
      ids: [...outcome.tx.rows.values()].flatMap((rows) => [...rows.keys()]).slice(0, 200),
    });
  }
  return outcome.result;
}

async function appendAudit(tx: Tx, call: WriteCall): Promise<TailLine | null> {
  if (tx.rows.size === 0 && tx.credentials.length === 0) return null;
  const head = await chainHead(tx.db);
  const rows = Object.fromEntries([...tx.rows].map(([table, byId]) => [table, [...byId.values()]]));
  const payload = { rows: tx.credentials.length > 0 ? { ...rows, credential: tx.credentials } : rows };
  const link = {
    seq: head.seq + 1,
    at: tx.nowMs,
    actor: call.actorId,
    action: call.path,
    entity: tx.entity,
    entityId: tx.entityId,
    payload,
  };
  const hash = linkHash(head.hash, link);
  const stored = {
    seq: link.seq,
    at: link.at,
    actor_id: link.actor,
    action: link.action,
    entity: link.entity,
    entity_id: link.entityId,
    payload: jcs(payload),
    prev_hash: head.hash,
    hash,
  };
  await tx.db.insertInto('audit_event').values(stored).execute();
  return { ...link, prevHash: head.hash, hash };
}

/** The chain's last number and hash. */
export async function chainHead(db: Kysely<Database>): Promise<{ seq: number; hash: string; at: number }> {
  const row = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS, at: 0 };
}

/** When the last event was recorded that is not itself an alarm or its escalation; 0 for an empty log. */
export async function lastActionMs(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('audit_event')
    .select('at')
    .where('action', 'not in', ['alarm.raised', 'alarm.escalated'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? 0;
}
