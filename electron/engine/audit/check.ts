import { existsSync } from 'node:fs';
import DatabaseConstructor from 'better-sqlite3';
import type { AuditProgress, Finding, Verdict } from '../../../shared/audit/types.ts';
import { schemaText } from '../db/migrate.ts';
import { databasePath, type Sqlite } from '../db/open.ts';
import { compareAnchors } from './anchors.ts';
import { finding, type Walk, walkChain } from './chain-walk.ts';
import { englishFinding } from './english.ts';
import { archivedFiles, compareFiles } from './files.ts';
import { RowIndex } from './row-index.ts';
import { schemaChange } from './schema.ts';
import { compareTables } from './table-check.ts';
import { TailLines } from './tail-lines.ts';

/** A look at progress costs nothing when it is taken every so many events. */
const REPORT_EVERY = 500;

export type CheckOptions = {
  /** The schema that a database of this version should have (`expectedSchema`); without it the schema is not compared. */
  expectedSchema?: (version: number) => string | null;
  onProgress?: (progress: AuditProgress) => void;
  /** Without `false` archived files and the heads of backups are compared too. */
  files?: boolean;
  /** Also let SQLite check every page and index; takes as long as reading the file. */
  pages?: boolean;
};

/**
 * Checks a whole data folder: pages, chain, `tail.jsonl` line by line, every audited row, archived files, the heads that backups
 * were made with, the schema. Reads only, on a connection of its own and one state of the database, while the desk works.
 */
export function checkFolder(dataDir: string, options: CheckOptions = {}): Verdict {
  const file = databasePath(dataDir);
  if (!existsSync(file)) return broken([finding({ code: 'noDatabase', seq: 0, detail: dataDir })], null);
  // Before the database is looked at: whatever line is there now, its event is there too.
  const tail = new TailLines(dataDir);
  try {
    const db = new DatabaseConstructor(file, { readonly: true, timeout: 5000 });
    try {
      db.exec('BEGIN');
      return checkOpen(db, tail, dataDir, options);
    } finally {
      db.close();
    }
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test((error as { code?: string }).code ?? '')) throw error;
    return broken([finding({ code: 'fileBroken', seq: 0, detail: (error as Error).message })], null);
  } finally {
    tail.close();
  }
}

function checkOpen(db: Sqlite, tail: TailLines, dataDir: string, options: CheckOptions): Verdict {
  const report = (phase: AuditProgress['phase'], total: number) => (done: number) => {
    if (done % REPORT_EVERY === 0 || phase === 'documents' || done === total)
      options.onProgress?.({ phase, done, total });
  };
  const after: Finding[] = [];
  if (options.pages) after.push(...pageFindings(db, report('file', 1)));
  after.push(...schemaFindings(db, options));
  const count = db.prepare('SELECT count(*) FROM audit_event').pluck().get() as number;
  const index = new RowIndex();
  const walk = walkChain(db, tail, index, report('chain', count));
  const whole = walk.soundUntil === walk.events;
  // Behind a break nothing says what a row should be.
  const rows = whole ? compareTables(db, index, report('tables', index.count)) : [];
  const files = options.files === false ? [] : archivedFiles(db, dataDir);
  const archive = compareFiles(db, files, report('documents', files.length));
  const anchors = options.files === false ? [] : compareAnchors(db, dataDir);
  const findings = [...walk.findings, ...rows, ...archive, ...anchors, ...after];
  if (findings.length > 0) return broken(findings, walk);
  return { ok: true, events: walk.events, head: walk.head, files: files.length, tailBehind: walk.tailBehind };
}

function broken(findings: Finding[], walk: Walk | null): Verdict {
  const [first] = findings;
  return {
    ok: false,
    seq: first?.seq ?? 0,
    problem: first ? englishFinding(first) : '',
    events: walk?.events ?? 0,
    soundUntil: walk?.soundUntil ?? 0,
    findings,
  };
}

function pageFindings(db: Sqlite, done: (n: number) => void): Finding[] {
  const found = db.pragma('integrity_check(1)', { simple: true });
  done(1);
  return found === 'ok' ? [] : [finding({ code: 'fileBroken', seq: 0, detail: String(found) })];
}

function schemaFindings(db: Sqlite, options: CheckOptions): Finding[] {
  const version = Number(db.pragma('user_version', { simple: true }));
  const expected = options.expectedSchema?.(version) ?? null;
  if (expected === null) return [];
  const detail = schemaChange(expected, schemaText(db));
  return detail === null ? [] : [finding({ code: 'schemaChanged', seq: 0, detail })];
}
