import { type Kysely, sql } from 'kysely';

/** Written once and never changed. */
const permanent = [
  'log_detail',
  'log_link',
  'log_step',
  'log_correction_detail',
  'attachment',
  'reading_signature',
  'carry_change',
  'posture_change',
];

/** Rows change under a version but are never deleted. */
const kept = ['post_absence', 'carry_item', 'emergency_plan', 'posture_step'];

const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`;

const tables = [
  // What an entry's kind has besides the columns that all share.
  `log_detail (id TEXT PRIMARY KEY REFERENCES log_entry(id), ${json('value')})`,
  `log_link (id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES log_entry(id),
    kind TEXT NOT NULL CHECK (kind IN ('instruction','supply','entry')), target_id TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES person(id), recorded_at INTEGER NOT NULL, UNIQUE (entry_id, kind, target_id))`,
  // What happened to a paper or a call after it came: told to the leader, opinion, order, result.
  `log_step (id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES log_entry(id),
    kind TEXT NOT NULL CHECK (kind IN ('reported','proposal','order','result')), who TEXT NOT NULL, text TEXT NOT NULL,
    follow_up_id TEXT REFERENCES follow_up(id), shift_id TEXT NOT NULL REFERENCES shift(id), occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, actor_id TEXT NOT NULL REFERENCES person(id))`,
  // Which fields besides the text a correction changed: name → before and after.
  `log_correction_detail (id TEXT PRIMARY KEY REFERENCES log_correction(id), ${json('value')})`,
  `attachment (id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES log_entry(id), sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    name TEXT NOT NULL CHECK (name <> ''), type TEXT NOT NULL, bytes INTEGER NOT NULL CHECK (bytes > 0),
    actor_id TEXT NOT NULL REFERENCES person(id), recorded_at INTEGER NOT NULL, UNIQUE (entry_id, sha256))`,
  `post_absence (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), person_id TEXT NOT NULL REFERENCES person(id),
    from_ms INTEGER NOT NULL, to_ms INTEGER CHECK (to_ms IS NULL OR to_ms >= from_ms), reason TEXT NOT NULL CHECK (reason <> ''),
    actor_id TEXT NOT NULL REFERENCES person(id), recorded_at INTEGER NOT NULL, version INTEGER NOT NULL)`,
  `reading_signature (id TEXT PRIMARY KEY, shift_id TEXT NOT NULL REFERENCES shift(id), person_id TEXT NOT NULL REFERENCES person(id),
    remark TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (shift_id, person_id))`,
  // A line of the sheet that goes from shift to shift until somebody ends it.
  `carry_item (id TEXT PRIMARY KEY, section TEXT NOT NULL CHECK (section IN ('toFollow','important','requirements','inspections','articles','other')),
    text TEXT NOT NULL CHECK (text <> ''), owner TEXT NOT NULL, source_kind TEXT NOT NULL CHECK (source_kind IN ('typed','entry')),
    source_id TEXT NOT NULL, opened_shift_id TEXT NOT NULL REFERENCES shift(id), opened_at INTEGER NOT NULL, ended_at INTEGER,
    ended_text TEXT NOT NULL, ended_shift_id TEXT REFERENCES shift(id), version INTEGER NOT NULL)`,
  `carry_change (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES carry_item(id),
    kind TEXT NOT NULL CHECK (kind IN ('opened','edited','ended')), text TEXT NOT NULL, shift_id TEXT NOT NULL REFERENCES shift(id),
    actor_id TEXT NOT NULL REFERENCES person(id), at INTEGER NOT NULL)`,
  `emergency_plan (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), ${json('steps')}, position INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0,1)), version INTEGER NOT NULL)`,
  `posture_change (id TEXT PRIMARY KEY, posture TEXT NOT NULL CHECK (posture IN ('routine','emergency')), plan_name TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''), shift_id TEXT NOT NULL REFERENCES shift(id), actor_id TEXT NOT NULL REFERENCES person(id),
    at INTEGER NOT NULL)`,
  `posture_step (id TEXT PRIMARY KEY, posture_id TEXT NOT NULL REFERENCES posture_change(id), position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''), note TEXT NOT NULL, done_at INTEGER, done_by TEXT REFERENCES person(id),
    dropped INTEGER NOT NULL CHECK (dropped IN (0,1)), version INTEGER NOT NULL)`,
];

const indexes = [
  'INDEX log_entry_by_recorded ON log_entry (recorded_at)',
  'INDEX log_entry_by_kind ON log_entry (kind, recorded_at)',
  'INDEX log_link_by_target ON log_link (target_id)',
  // All that tells whether a paper ended: those that did are never read.
  'INDEX log_step_by_entry ON log_step (entry_id, kind, follow_up_id)',
  'INDEX log_step_by_follow_up ON log_step (follow_up_id) WHERE follow_up_id IS NOT NULL',
  "INDEX log_entry_urgent ON log_entry (recorded_at) WHERE kind = 'document' AND urgency IN ('flash', 'immediate')",
  `INDEX log_correction_urgent ON log_correction_detail (id) WHERE (instr(value, '"field":"urgency"') > 0 OR (instr(value, '"field":"kind"') > 0 AND instr(value, '"after":"document"') > 0))`,
  'INDEX follow_up_by_recorded ON follow_up (recorded_at)',
  'INDEX log_step_by_shift ON log_step (shift_id, recorded_at)',
  'INDEX log_correction_by_recorded ON log_correction (recorded_at)',
  'INDEX attachment_by_entry ON attachment (entry_id)',
  'INDEX attachment_by_hash ON attachment (sha256)',
  'INDEX post_absence_by_shift ON post_absence (shift_id)',
  'INDEX attendance_by_shift ON attendance (shift_id, at)',
  'INDEX carry_item_open ON carry_item (opened_at) WHERE ended_at IS NULL',
  'INDEX carry_item_by_end ON carry_item (ended_shift_id) WHERE ended_at IS NOT NULL',
  'INDEX carry_change_by_item ON carry_change (item_id, at)',
  'INDEX posture_change_by_time ON posture_change (at)',
  'INDEX posture_step_by_posture ON posture_step (posture_id, position)',
  'INDEX handover_item_by_subject ON handover_item (subject_id)',
  'INDEX handover_by_incoming ON handover (incoming_shift_id)',
  'INDEX handover_by_frozen ON handover (frozen_at)',
  'INDEX sealed_document_by_time ON sealed_document (at)',
  'INDEX sealed_document_by_subject ON sealed_document (subject_id)',
  'INDEX audit_event_by_hash ON audit_event (hash)',
  "INDEX audit_paper ON audit_event (entity_id) WHERE action IN ('handover.signOutgoing', 'handover.signIncoming', 'handover.seal', 'handover.reprinted')",
  'INDEX desk_holding_by_time ON desk_holding (from_ms)',
  'INDEX search_doc_by_time ON search_doc (at)',
];

/** Log and handover whole: fields by kind, steps, links, attachments, carried lines, absences, reading signatures, posture. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(`CREATE TABLE ${table} STRICT`).execute(db);
  for (const index of indexes) await sql.raw(`CREATE ${index}`).execute(db);
  for (const table of permanent) {
    await refuse(db, table, 'UPDATE');
    await refuse(db, table, 'DELETE');
  }
  for (const table of kept) await refuse(db, table, 'DELETE');
  // The index for finding now holds every kind of record, in the order in which they were recorded: it is filled anew.
  await sql`DELETE FROM search_doc`.execute(db);
  await sql`DELETE FROM known_place`.execute(db);
  await sql`INSERT INTO log_search (log_search) VALUES ('delete-all')`.execute(db);
}

async function refuse(db: Kysely<unknown>, table: string, verb: 'UPDATE' | 'DELETE'): Promise<void> {
  await sql
    .raw(
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${table} is permanent'); END`,
    )
    .execute(db);
}
