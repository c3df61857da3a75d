import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { GENESIS, jcs, rowHash } from '../../db/chain.ts';
import { databasePath, type Sqlite } from '../../db/open.ts';
import type { AuditRow } from '../../db/schema.ts';

/** Drops the triggers, does the deed and puts them back: nothing but the deed is left to be seen. */
export function behind(dataDir: string, deed: (db: Sqlite) => void): void {
  const db = new DatabaseConstructor(databasePath(dataDir));
  db.pragma('foreign_keys = OFF');
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  deed(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
}

/** The chain as it stands. */
export const events = (db: Sqlite) =>
  db.prepare('SELECT * FROM audit_event ORDER BY seq').all() as AuditRow[];
/** The first event of an action. */
export const seqOf = (db: Sqlite, action: string) =>
  db.prepare('SELECT min(seq) FROM audit_event WHERE action = ?').pluck().get(action) as number;

/** Links every event from `seq` on anew, as somebody with the program's source can. */
export function relink(db: Sqlite, from = 1): void {
  let prev = from === 1 ? GENESIS : '';
  for (const row of events(db)) {
    if (row.seq < from) {
      prev = row.hash;
      continue;
    }
    const next = { ...row, prev_hash: prev };
    const hash = rowHash(next);
    db.prepare('UPDATE audit_event SET prev_hash = ?, hash = ? WHERE seq = ?').run(prev, hash, row.seq);
    prev = hash;
  }
}

/** Changes a log entry and the event that wrote it, so that the two fit each other. */
export function rewriteEntry(db: Sqlite): number {
  db.exec("UPDATE log_entry SET text = '无事' WHERE text = '居民反映噪声'");
  const seq = seqOf(db, 'dutyLog.add');
  const { payload } = db.prepare('SELECT payload FROM audit_event WHERE seq = ?').get(seq) as AuditRow;
  db.prepare('UPDATE audit_event SET payload = ? WHERE seq = ?').run(
    jcs(JSON.parse(payload.replaceAll('居民反映噪声', '无事'))),
    seq,
  );
  return seq;
}

/** Writes `tail.jsonl` anew from the database. */
export function rewriteTail(dataDir: string, db: Sqlite): void {
  const lines = events(db).map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor_id,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    payload: JSON.parse(row.payload) as unknown,
    prevHash: row.prev_hash,
    hash: row.hash,
  }));
  writeFileSync(join(dataDir, 'tail.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The copy beside the database. */
export const tailFile = (dataDir: string) => join(dataDir, 'tail.jsonl');

/** Changes the lines of the copy. */
export function tailLines(dataDir: string, change: (lines: string[]) => string[]): void {
  const lines = readFileSync(tailFile(dataDir), 'utf8').trimEnd().split('\n');
  writeFileSync(tailFile(dataDir), `${change(lines).join('\n')}\n`);
}

/** Where the sealed sheet lies. */
export const paper = (dataDir: string, sha256: string) => join(dataDir, 'documents', `${sha256}.pdf`);
