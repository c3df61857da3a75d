import { type Kysely, sql } from 'kysely';
import type { About } from '../../../shared/audit/types.ts';
import type { Sqlite } from '../db/open.ts';
import type { AuditRow, Database } from '../db/schema.ts';
import type { TailLine } from '../db/tail.ts';

type Row = Record<string, unknown>;

/** Where a table's rows name the record they belong to: the column, and the table it points to. */
const belongsTo: Record<string, readonly [column: string, table: string]> = {
  instruction_event: ['instruction_id', 'instruction'],
  alarm: ['instruction_id', 'instruction'],
  log_correction: ['entry_id', 'log_entry'],
  log_detail: ['id', 'log_entry'],
  log_link: ['entry_id', 'log_entry'],
  log_step: ['entry_id', 'log_entry'],
  attachment: ['entry_id', 'log_entry'],
  log_correction_detail: ['id', 'log_correction'],
  handover_item: ['handover_id', 'handover'],
  handover_count: ['handover_id', 'handover'],
  signature: ['handover_id', 'handover'],
  sealed_document: ['subject_id', 'handover'],
  handover_preparation: ['id', 'shift'],
  shift_member: ['shift_id', 'shift'],
  attendance: ['shift_id', 'shift'],
  desk_holding: ['shift_id', 'shift'],
  post_absence: ['shift_id', 'shift'],
  reading_signature: ['shift_id', 'shift'],
  posture_change: ['shift_id', 'shift'],
  group_member: ['person_id', 'person'],
  supply_movement: ['item_id', 'supply_item'],
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

const named: Record<string, (row: Row) => About> = {
  instruction: (row) => ({ kind: 'instruction', label: text(row.number), atMs: null }),
  log_entry: (row) => ({
    kind: 'entry',
    label: '',
    atMs: typeof row.recorded_at === 'number' ? row.recorded_at : null,
  }),
  handover: (row) => ({ kind: 'handover', label: text(row.number), atMs: null }),
  shift: (row) => ({ kind: 'shift', label: text(row.duty_day), atMs: null }),
  person: (row) => ({ kind: 'person', label: text(row.name), atMs: null }),
  supply_item: (row) => ({ kind: 'supply', label: text(row.name), atMs: null }),
  setting: (row) => ({ kind: 'setting', label: text(row.kind), atMs: null }),
  follow_up: (row) => ({ kind: 'followUp', label: text(row.label), atMs: null }),
};

/** What a row belongs to in words of the field, null where it belongs to nothing of its own. */
export function aboutRow(db: Sqlite, table: string, row: Row): About | null {
  const name = named[table];
  if (name) return name(row);
  const parent = belongsTo[table];
  if (!parent) return null;
  const [column, to] = parent;
  try {
    const found = db.prepare(`SELECT * FROM ${to} WHERE id = ?`).get(row[column]) as Row | undefined;
    return found ? aboutRow(db, to, found) : null;
  } catch {
    // The table itself was taken away; that is a finding of its own.
    return null;
  }
}

/** What an event is told by first: its own record before what it changed besides. */
const firstOf = ['instruction', 'log_entry', 'handover', 'supply_movement', 'follow_up', 'shift', 'person'];

function aboutPayload(db: Sqlite | null, payload: unknown): About | null {
  const rows = (payload as { rows?: Record<string, Row[]> } | null)?.rows ?? {};
  const tables = Object.keys(rows).sort((a, b) => rank(a) - rank(b));
  for (const table of tables) {
    const [row] = rows[table] ?? [];
    const about = row === undefined ? null : db ? aboutRow(db, table, row) : (named[table]?.(row) ?? null);
    if (about) return about;
  }
  return null;
}

const rank = (table: string) => {
  const at = firstOf.indexOf(table);
  return at < 0 ? firstOf.length : at;
};

const aboutPayloadOf = (row: AuditRow) => aboutPayload(null, JSON.parse(row.payload));

/** The tables of what an event says it is about. */
const entityTables: Record<string, string> = {
  instruction: 'instruction',
  logEntry: 'log_entry',
  handover: 'handover',
  shift: 'shift',
  person: 'person',
  supplyItem: 'supply_item',
  followUp: 'follow_up',
};

/** What a stored event was about, as far as its payload can still be read. */
export function aboutEvent(db: Sqlite, row: AuditRow): About | null {
  try {
    return aboutPayload(db, JSON.parse(row.payload));
  } catch {
    return null;
  }
}

/** The same, asked through the engine's own connection: what the event names itself is enough. */
export async function aboutStored(db: Kysely<Database>, row: AuditRow): Promise<About | null> {
  const about = aboutPayloadOf(row);
  if (about) return about;
  const table = entityTables[row.entity];
  if (table === undefined) return null;
  const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE id = ${row.entity_id}`.execute(db);
  return rows[0] ? (named[table]?.(rows[0]) ?? null) : null;
}

/** The same of an event that only `tail.jsonl` still has. */
export const aboutTailLine = (line: TailLine | null | undefined): About | null =>
  line ? aboutPayload(null, line.payload) : null;
