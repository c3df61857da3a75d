import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../shared/audit/types.ts';
import { comparePrinted } from '../archive/printed.ts';
import type { Sqlite } from '../db/open.ts';
import { aboutRow } from './about.ts';
import { finding } from './chain-walk.ts';

const CHUNK = 1024 * 1024;

/** The SHA-256 of a file, read in pieces; null when it is not there. */
export function fileHash(path: string): string | null {
  if (!existsSync(path)) return null;
  const fd = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(CHUNK);
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer))
      hash.update(buffer.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(fd);
  }
}

/** Where a sealed paper lies in a data folder. */
export const documentPath = (dataDir: string, sha256: string) => join(dataDir, 'documents', `${sha256}.pdf`);
/** Where an attached file lies. */
export const attachmentPath = (dataDir: string, sha256: string) => join(dataDir, 'attachments', sha256);

export type ArchivedFile = { kind: 'document' | 'attachment'; sha256: string; bytes: number; path: string };

/** Every file the record names by its hash, each once. Tables that an older database does not have are passed over. */
export function archivedFiles(db: Sqlite, dataDir: string): ArchivedFile[] {
  const has = (table: string) =>
    db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  type Named = { sha256: string; bytes: number };
  const documents = has('sealed_document')
    ? (db.prepare('SELECT id AS sha256, bytes FROM sealed_document ORDER BY at').all() as Named[])
    : [];
  const attachments = has('attachment')
    ? (db.prepare('SELECT DISTINCT sha256, bytes FROM attachment ORDER BY sha256').all() as Named[])
    : [];
  return [
    ...documents.map((f) => ({ ...f, kind: 'document' as const, path: documentPath(dataDir, f.sha256) })),
    ...attachments.map((f) => ({
      ...f,
      kind: 'attachment' as const,
      path: attachmentPath(dataDir, f.sha256),
    })),
  ];
}

/** Every archived file against the hash under which it was sealed. */
export function compareFiles(
  db: Sqlite,
  files: readonly ArchivedFile[],
  onFile: (done: number) => void,
): Finding[] {
  const findings: Finding[] = [];
  for (const [n, { kind, sha256, path }] of files.entries()) {
    const found = fileHash(path);
    if (found !== sha256) {
      const code = `${kind}${found === null ? 'Missing' : 'Changed'}` as const;
      findings.push(finding({ code, seq: 0, detail: sha256, about: aboutFile(db, kind, sha256) }));
    } else if (kind === 'document') {
      findings.push(...comparePrint(db, sha256, path));
    }
    onFile(n + 1);
  }
  return findings;
}

/**
 * The fingerprint that an archived sheet prints against the event it names: who rewrites the chain and its copies would also have to
 * print every sheet anew.
 */
function comparePrint(db: Sqlite, sha256: string, path: string): Finding[] {
  const event = db
    .prepare(
      `SELECT e.seq, e.at, e.hash FROM sealed_document d JOIN audit_event e ON e.entity_id = d.subject_id
       AND e.action = 'handover.signIncoming' WHERE d.id = ?`,
    )
    .get(sha256) as { seq: number; at: number; hash: string } | undefined;
  const printed = event ? comparePrinted(path, event.hash) : null;
  if (!event || printed?.is !== 'differs') return [];
  const about = aboutFile(db, 'document', sha256);
  return [finding({ code: 'printDiffers', seq: event.seq, atMs: event.at, about, detail: printed.found })];
}

function aboutFile(db: Sqlite, kind: ArchivedFile['kind'], sha256: string) {
  const [table, column] = kind === 'document' ? ['sealed_document', 'id'] : ['attachment', 'sha256'];
  const row = db.prepare(`SELECT * FROM ${table} WHERE ${column} = ? LIMIT 1`).get(sha256);
  return aboutRow(db, table, row as Record<string, unknown>);
}
