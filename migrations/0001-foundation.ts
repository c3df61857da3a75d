import { type Kysely, sql } from 'kysely';

/** Tables that are written once and never changed: the storage itself refuses an update or a delete. */
const permanent = [
  'audit_event',
  'request',
  'attendance',
  'log_entry',
  'log_correction',
  'instruction_event',
  'supply_movement',
  'signature',
  'sealed_document',
  'setting',
];

/** Tables whose rows change under a version but are never deleted. */
const kept = [
  'person',
  'shift',
  'shift_member',
  'desk_holding',
  'follow_up',
  'instruction',
  'alarm',
  'supply_item',
  'handover',
  'handover_item',
  'handover_count',
];

const tables = [
  `setting (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('site','limits')), value TEXT NOT NULL CHECK (json_valid(value)),
    effective_from INTEGER NOT NULL, recorded_at INTEGER NOT NULL)`,
  `unit (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, head TEXT NOT NULL, phone TEXT NOT NULL)`,
  `grid (id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, name TEXT NOT NULL, zone TEXT NOT NULL CHECK (zone IN ('mainUrban','other')),
    lead TEXT NOT NULL, bounds TEXT NOT NULL)`,
  `action_group (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES unit(id))`,
  `category (id TEXT PRIMARY KEY, no INTEGER NOT NULL UNIQUE, text TEXT NOT NULL, short TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit(id), group_id TEXT NOT NULL REFERENCES action_group(id))`,
  `person (id TEXT PRIMARY KEY, staff_no TEXT NOT NULL UNIQUE, name TEXT NOT NULL CHECK (name <> ''), unit_id TEXT NOT NULL REFERENCES unit(id),
    title TEXT NOT NULL, kind TEXT NOT NULL, phone TEXT NOT NULL, roles TEXT NOT NULL CHECK (json_valid(roles)),
    availability TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0,1)), version INTEGER NOT NULL)`,
  `credential (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id), kind TEXT NOT NULL CHECK (kind IN ('password','pin')),
    salt TEXT NOT NULL, hash TEXT NOT NULL, failures INTEGER NOT NULL, retry_at INTEGER NOT NULL)`,
  `counter (id TEXT PRIMARY KEY, value INTEGER NOT NULL CHECK (value > 0))`,
  `group_member (id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES action_group(id), person_id TEXT NOT NULL REFERENCES person(id),
    duty TEXT NOT NULL, position INTEGER NOT NULL)`,
  `vehicle (id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES action_group(id), plate TEXT NOT NULL, marked INTEGER NOT NULL)`,
  `shift (id TEXT PRIMARY KEY, duty_day TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('planned','holding','relieved','dropped')),
    planned_start INTEGER NOT NULL, planned_end INTEGER NOT NULL, taken_at INTEGER, relieved_at INTEGER, extra_reason TEXT NOT NULL,
    version INTEGER NOT NULL)`,
  `shift_member (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), person_id TEXT NOT NULL REFERENCES person(id),
    duty TEXT NOT NULL, position INTEGER NOT NULL, signed_in_at INTEGER, signed_out_at INTEGER, late_minutes INTEGER, version INTEGER NOT NULL)`,
  `attendance (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), person_id TEXT NOT NULL REFERENCES person(id),
    kind TEXT NOT NULL CHECK (kind IN ('in','out','substitute')), at INTEGER NOT NULL, reason TEXT NOT NULL, actor_id TEXT)`,
  `desk_holding (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), from_ms INTEGER NOT NULL, to_ms INTEGER)`,
  `log_entry (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), kind TEXT NOT NULL, occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, source TEXT NOT NULL, phone TEXT NOT NULL, title TEXT NOT NULL, urgency TEXT, called_at INTEGER,
    answered_at INTEGER, received_by TEXT NOT NULL, handling TEXT NOT NULL, important INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''), actor_id TEXT NOT NULL REFERENCES person(id))`,
  `log_correction (id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES log_entry(id), text TEXT NOT NULL CHECK (text <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''), actor_id TEXT NOT NULL REFERENCES person(id), recorded_at INTEGER NOT NULL)`,
  `follow_up (id TEXT PRIMARY KEY, source TEXT NOT NULL CHECK (source IN ('log','instruction')), source_id TEXT NOT NULL, label TEXT NOT NULL,
    text TEXT NOT NULL, owner TEXT NOT NULL, due_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, done_at INTEGER, done_text TEXT NOT NULL,
    version INTEGER NOT NULL)`,
  `instruction (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, state TEXT NOT NULL, open INTEGER NOT NULL CHECK (open IN (0,1)),
    received_at INTEGER NOT NULL, shift_id TEXT NOT NULL REFERENCES shift(id), duplicate_of TEXT, words TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)), version INTEGER NOT NULL)`,
  `instruction_event (id TEXT PRIMARY KEY, instruction_id TEXT NOT NULL REFERENCES instruction(id), position INTEGER NOT NULL, action TEXT NOT NULL,
    input TEXT NOT NULL, resolved TEXT NOT NULL, actor_id TEXT, shift_id TEXT NOT NULL REFERENCES shift(id),
    occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, UNIQUE (instruction_id, position))`,
  `alarm (id TEXT PRIMARY KEY, class TEXT NOT NULL, level INTEGER NOT NULL, subject_id TEXT NOT NULL, instruction_id TEXT, number TEXT NOT NULL,
    place TEXT NOT NULL, due_at INTEGER NOT NULL, raised_at INTEGER NOT NULL, repeat INTEGER NOT NULL CHECK (repeat >= 0),
    missed INTEGER NOT NULL, settled_at INTEGER, ack_by TEXT, ack_at INTEGER, version INTEGER NOT NULL, UNIQUE (class, subject_id, due_at))`,
  `supply_item (id TEXT PRIMARY KEY, name TEXT NOT NULL, unit_id TEXT NOT NULL REFERENCES unit(id), measure TEXT NOT NULL, minimum INTEGER NOT NULL,
    place TEXT NOT NULL, custodian_id TEXT NOT NULL REFERENCES person(id), key INTEGER NOT NULL, version INTEGER NOT NULL, UNIQUE (name, unit_id))`,
  `supply_movement (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES supply_item(id), kind TEXT NOT NULL, quantity INTEGER NOT NULL,
    delta INTEGER NOT NULL, balance_after INTEGER NOT NULL CHECK (balance_after >= 0), recipient TEXT NOT NULL, purpose TEXT NOT NULL,
    instruction_id TEXT, due_at INTEGER, issue_id TEXT, condition TEXT NOT NULL, reason TEXT NOT NULL, occurred_at INTEGER NOT NULL, actor_id TEXT)`,
  `handover (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, status TEXT NOT NULL CHECK (status IN ('frozen','outgoingSigned','signed','sealed','withdrawn')),
    outgoing_shift_id TEXT NOT NULL REFERENCES shift(id), incoming_shift_id TEXT NOT NULL REFERENCES shift(id), extra_reason TEXT NOT NULL,
    withdrawn_reason TEXT NOT NULL, frozen_at INTEGER NOT NULL, signed_at INTEGER, late INTEGER NOT NULL, late_minutes INTEGER NOT NULL, snapshot TEXT NOT NULL,
    addenda TEXT NOT NULL, open_at TEXT NOT NULL, document_sha256 TEXT, version INTEGER NOT NULL)`,
  `handover_item (id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover(id), position INTEGER NOT NULL, kind TEXT NOT NULL,
    subject_id TEXT NOT NULL, label TEXT NOT NULL, place TEXT NOT NULL, detail TEXT NOT NULL, owed TEXT NOT NULL, owner TEXT NOT NULL,
    due_at INTEGER, decision TEXT CHECK (decision IN ('accepted','refused')), reason TEXT NOT NULL, version INTEGER NOT NULL)`,
  `handover_count (id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover(id), item_id TEXT NOT NULL REFERENCES supply_item(id),
    counted INTEGER NOT NULL, version INTEGER NOT NULL)`,
  `handover_preparation (id TEXT PRIMARY KEY REFERENCES shift(id), value TEXT NOT NULL CHECK (json_valid(value)), version INTEGER NOT NULL)`,
  `signature (id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover(id), side TEXT NOT NULL CHECK (side IN ('outgoing','incoming')),
    person_id TEXT NOT NULL REFERENCES person(id), at INTEGER NOT NULL, UNIQUE (handover_id, side))`,
  `sealed_document (id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject_id TEXT NOT NULL, bytes INTEGER NOT NULL, at INTEGER NOT NULL)`,
  `request (id TEXT PRIMARY KEY, path TEXT NOT NULL, actor_id TEXT, at INTEGER NOT NULL, result TEXT NOT NULL)`,
  `audit_event (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_id TEXT, action TEXT NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL,
    payload TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL)`,
];

const indexes = [
  'UNIQUE INDEX desk_holding_one_open ON desk_holding ((1)) WHERE to_ms IS NULL',
  "UNIQUE INDEX shift_one_holding ON shift (status) WHERE status = 'holding'",
  "UNIQUE INDEX shift_one_planned ON shift (status) WHERE status = 'planned'",
  'INDEX shift_by_day ON shift (duty_day)',
  'UNIQUE INDEX shift_member_once ON shift_member (shift_id, person_id, duty)',
  'INDEX log_entry_by_shift ON log_entry (shift_id, recorded_at)',
  'INDEX log_correction_by_entry ON log_correction (entry_id)',
  'INDEX follow_up_open ON follow_up (due_at) WHERE done_at IS NULL',
  'INDEX follow_up_by_source ON follow_up (source_id)',
  'INDEX instruction_open ON instruction (number) WHERE open = 1',
  'INDEX instruction_by_shift ON instruction (shift_id)',
  'INDEX instruction_by_original ON instruction (duplicate_of) WHERE duplicate_of IS NOT NULL',
  'INDEX handover_item_by_handover ON handover_item (handover_id, position)',
  'INDEX handover_count_by_handover ON handover_count (handover_id)',
  'INDEX instruction_event_by_shift ON instruction_event (shift_id, recorded_at)',
  'INDEX alarm_live ON alarm (raised_at) WHERE settled_at IS NULL',
  'INDEX alarm_by_raise ON alarm (raised_at)',
  'INDEX supply_movement_by_item ON supply_movement (item_id, id)',
  'INDEX setting_by_kind ON setting (kind, effective_from)',
  "INDEX audit_signature ON audit_event (entity_id) WHERE action = 'handover.signIncoming'",
  "UNIQUE INDEX handover_once ON handover (outgoing_shift_id) WHERE status <> 'withdrawn'",
  "INDEX handover_open ON handover (status) WHERE status <> 'sealed'",
];

/** The first schema: STRICT tables with checks, permanent ones guarded by triggers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(`CREATE TABLE ${table} STRICT`).execute(db);
  for (const index of indexes) await sql.raw(`CREATE ${index}`).execute(db);
  for (const table of permanent) {
    await refuse(db, table, 'UPDATE');
    await refuse(db, table, 'DELETE');
  }
  for (const table of kept) await refuse(db, table, 'DELETE');
}

async function refuse(db: Kysely<unknown>, table: string, verb: 'UPDATE' | 'DELETE'): Promise<void> {
  await sql
    .raw(
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${table} is permanent'); END`,
    )
    .execute(db);
}
