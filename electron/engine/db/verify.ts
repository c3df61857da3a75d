import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { type ChainLink, GENESIS, jcs, linkHash } from './chain.ts';
import { databasePath, type Sqlite } from './open.ts';
import type { AuditedTable, AuditRow } from './schema.ts';

/** The link that a stored event stands for. */
export const linkOf = (row: AuditRow): ChainLink => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor_id,
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  payload: JSON.parse(row.payload) as unknown,
});

/** The hash a stored event should have. */
export const rowHash = (row: AuditRow): string => linkHash(row.prev_hash, linkOf(row));

export type Verdict =
  | { ok: true; events: number; head: string }
  /** `seq` is the first bad event; for a row edited behind the chain, the event that last wrote it. */
  | { ok: false; seq: number; problem: string };

/** Every audited table; `Record` makes a forgotten one a type error. */
const audited: Record<AuditedTable, true> = {
  setting: true,
  unit: true,
  grid: true,
  category: true,
  person: true,
  counter: true,
  action_group: true,
  group_member: true,
  vehicle: true,
  shift: true,
  shift_member: true,
  attendance: true,
  desk_holding: true,
  log_entry: true,
  log_correction: true,
  follow_up: true,
  instruction: true,
  instruction_event: true,
  alarm: true,
  supply_item: true,
  supply_movement: true,
  handover: true,
  handover_item: true,
  handover_count: true,
  handover_preparation: true,
  signature: true,
  sealed_document: true,
  phrase: true,
  disposition_code: true,
  number_block: true,
  number_spoiled: true,
  alarm_escalation: true,
  paper_log: true,
  log_detail: true,
  log_link: true,
  log_step: true,
  log_correction_detail: true,
  attachment: true,
  post_absence: true,
  reading_signature: true,
  carry_item: true,
  carry_change: true,
  emergency_plan: true,
  posture_change: true,
  posture_step: true,
};

/** Recomputes the whole chain and compares every audited table with it. Reads only. */
export function verifyDatabase(db: Sqlite): Verdict {
  const written = new Map<string, { seq: number; text: string }>();
  let prev = GENESIS;
  let seq = 0;
  for (const row of db
    .prepare('SELECT * FROM audit_event ORDER BY seq')
    .iterate() as IterableIterator<AuditRow>) {
    seq += 1;
    const problem = linkProblem(row, seq, prev);
    if (problem) return { ok: false, seq, problem };
    prev = row.hash;
    const rows = (JSON.parse(row.payload) as { rows: Record<string, { id: string }[]> }).rows;
    for (const [table, list] of Object.entries(rows)) {
      if (!(table in audited)) continue;
      for (const r of list) written.set(`${table}:${r.id}`, { seq, text: jcs(r) });
    }
  }
  const edited = compareTables(db, written);
  return edited ?? { ok: true, events: seq, head: prev };
}

function linkProblem(row: AuditRow, seq: number, prev: string): string | null {
  if (row.seq !== seq) return `event ${seq} is missing (found ${row.seq})`;
  if (row.prev_hash !== prev) return `event ${seq} does not follow event ${seq - 1}`;
  try {
    return rowHash(row) === row.hash ? null : `event ${seq} was changed: its hash does not fit`;
  } catch {
    return `event ${seq} holds no valid payload`;
  }
}

function compareTables(db: Sqlite, written: Map<string, { seq: number; text: string }>): Verdict | null {
  for (const table of Object.keys(audited)) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).iterate() as IterableIterator<{ id: string }>) {
      const key = `${table}:${row.id}`;
      const known = written.get(key);
      if (!known) return { ok: false, seq: 0, problem: `${table} ${row.id} was added behind the chain` };
      if (known.text !== jcs(row))
        return { ok: false, seq: known.seq, problem: `${table} ${row.id} was changed behind the chain` };
      written.delete(key);
    }
  }
  const [lost] = written;
  return lost
    ? { ok: false, seq: lost[1].seq, problem: `${lost[0].replace(':', ' ')} was removed behind the chain` }
    : null;
}

/** Verifies the database of a data folder and that nothing acknowledged in `tail.jsonl` is missing. */
export function verifyFolder(dataDir: string, tailHead: { seq: number; hash: string } | null): Verdict {
  const file = databasePath(dataDir);
  if (!existsSync(file)) return { ok: false, seq: 0, problem: `no database in ${dataDir}` };
  const db = new DatabaseConstructor(file, { readonly: true });
  try {
    const verdict = verifyDatabase(db);
    if (!verdict.ok || tailHead === null) return verdict;
    if (tailHead.seq > verdict.events) {
      return {
        ok: false,
        seq: verdict.events + 1,
        problem: `tail.jsonl knows event ${tailHead.seq}, the database ends at ${verdict.events}`,
      };
    }
    const at = db.prepare('SELECT hash FROM audit_event WHERE seq = ?').get(tailHead.seq) as
      | { hash: string }
      | undefined;
    return at?.hash === tailHead.hash
      ? verdict
      : { ok: false, seq: tailHead.seq, problem: `event ${tailHead.seq} differs from tail.jsonl` };
  } finally {
    db.close();
  }
}

/** The first sealed document whose archived file is missing or is not the one that was sealed; null when all are. */
export function archiveProblem(dataDir: string): string | null {
  const db = new DatabaseConstructor(databasePath(dataDir), { readonly: true });
  try {
    const sealed = db.prepare('SELECT id FROM sealed_document ORDER BY at').pluck().all() as string[];
    for (const id of sealed) {
      const file = join(dataDir, 'documents', `${id}.pdf`);
      if (!existsSync(file)) return `document ${id} is missing from the archive`;
      const found = createHash('sha256').update(readFileSync(file)).digest('hex');
      if (found !== id) return `document ${id} was changed in the archive`;
    }
    return null;
  } finally {
    db.close();
  }
}
