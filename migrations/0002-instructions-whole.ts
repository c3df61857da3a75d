import { type Kysely, sql } from 'kysely';

/** Written once and never changed. */
const permanent = ['number_block', 'number_spoiled', 'alarm_escalation', 'paper_log'];

/** Rows change under a version but are never deleted. */
const kept = ['phrase', 'disposition_code'];

const tables = [
  `phrase (id TEXT PRIMARY KEY, field TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), initials TEXT NOT NULL, position INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0,1)), version INTEGER NOT NULL)`,
  `disposition_code (id TEXT PRIMARY KEY, text TEXT NOT NULL UNIQUE CHECK (text <> ''), position INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0,1)), version INTEGER NOT NULL)`,
  `number_block (id TEXT PRIMARY KEY, year TEXT NOT NULL, first INTEGER NOT NULL CHECK (first > 0), last INTEGER NOT NULL CHECK (last >= first),
    reason TEXT NOT NULL, reserved_at INTEGER NOT NULL, actor_id TEXT NOT NULL REFERENCES person(id))`,
  `number_spoiled (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, block_id TEXT NOT NULL REFERENCES number_block(id),
    reason TEXT NOT NULL CHECK (reason <> ''), at INTEGER NOT NULL, actor_id TEXT NOT NULL REFERENCES person(id))`,
  `alarm_escalation (id TEXT PRIMARY KEY, alarm_id TEXT NOT NULL REFERENCES alarm(id), step TEXT NOT NULL CHECK (step IN ('shiftLead','leaderOnDuty')),
    person TEXT NOT NULL, due_at INTEGER NOT NULL, at INTEGER NOT NULL, missed INTEGER NOT NULL CHECK (missed IN (0,1)),
    UNIQUE (alarm_id, step))`,
  `paper_log (id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, means TEXT NOT NULL CHECK (means IN ('pdf','print','open','xlsx')),
    at INTEGER NOT NULL, actor_id TEXT NOT NULL REFERENCES person(id))`,
  // Derived from the record for finding; rebuilt from it when empty, and no part of the audit chain.
  `search_doc (rid INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject_id TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (kind, subject_id))`,
  `known_place (place TEXT PRIMARY KEY, initials TEXT NOT NULL, zone TEXT NOT NULL, grid_no TEXT, uses INTEGER NOT NULL, last_at INTEGER NOT NULL)`,
];

const indexes = [
  'INDEX instruction_by_received ON instruction (received_at)',
  'INDEX number_block_by_year ON number_block (year, first)',
  'INDEX alarm_escalation_by_alarm ON alarm_escalation (alarm_id)',
  "INDEX audit_limits ON audit_event (entity_id) WHERE action = 'settings.setLimits'",
  'INDEX paper_log_by_time ON paper_log (at)',
  'INDEX known_place_by_use ON known_place (last_at)',
  'INDEX known_place_by_initials ON known_place (initials)',
];

/** Instructions whole: dictionaries, reserved numbers, escalations, the paper log, and the index for finding. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(`CREATE TABLE ${table} STRICT`).execute(db);
  for (const index of indexes) await sql.raw(`CREATE ${index}`).execute(db);
  await sql
    .raw(
      `CREATE VIRTUAL TABLE log_search USING fts5(content, note, content='', contentless_delete=1, detail=full, tokenize='unicode61')`,
    )
    .execute(db);
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
