import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { byRecord, disposable } from '../../../shared/backup/retention.ts';
import type { BackupFact, BackupManifest } from '../../../shared/backup/types.ts';
import { readManifest } from '../audit/anchors.ts';
import { databasePath } from '../db/open.ts';
import { writeWhole } from './durable.ts';
import { sizeOf } from './make.ts';
import { backupFolder } from './places.ts';

/** What a start must know without reading every manifest; kept as `summary.json` among the backups. */
export type Summary = {
  last: BackupFact;
  /** The hash of the chain's last event in it. */
  head: string;
  kept: number;
  keptBytes: number;
  /** Numbers of the sheets for which a backup was made. */
  handovers: string[];
  /** The backup that the second place got last. */
  secondAtMs: number | null;
};

/** A manifest in the words of the window. */
export const factOf = (m: BackupManifest): BackupFact => ({
  atMs: m.atMs,
  reason: m.reason,
  handover: m.handover,
  file: m.file,
  bytes: m.bytes,
  seq: m.head.seq,
  files: m.files.count,
});

/** The backups of a desk in one folder whose copy is there in full size, those with most of the record first. */
export function keptIn(folder: string, desk: string): BackupManifest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`duty-desk-${desk}-`) && name.endsWith('.json'))
    .map((name) => readManifest(join(folder, name)))
    .filter((m): m is BackupManifest => m?.desk === desk && sizeOf(join(folder, m.file)) === m.bytes)
    .sort((a, b) => byRecord({ ...a, seq: a.head.seq }, { ...b, seq: b.head.seq }));
}

/** Throws away what retention lets go, the manifest first: a copy without one counts for nothing and is swept. Returns what stays. */
export function thinOut(folder: string, desk: string, nowMs: number, timeZone: string): BackupManifest[] {
  const all = keptIn(folder, desk);
  const kept = all.map((m) => ({ file: m.file, atMs: m.atMs, reason: m.reason, seq: m.head.seq }));
  const gone = new Set(disposable(kept, nowMs, timeZone).map((each) => each.file));
  for (const file of gone) {
    rmSync(join(folder, file.replace(/\.sqlite$/, '.json')), { force: true });
    rmSync(join(folder, file), { force: true });
  }
  return all.filter((m) => !gone.has(m.file));
}

const summaryFile = (dataDir: string) => join(backupFolder(dataDir), 'summary.json');

/** Writes the summary of what stays. */
export function writeSummary(dataDir: string, summary: Summary): void {
  writeWhole(summaryFile(dataDir), `${JSON.stringify(summary)}\n`);
}

/**
 * The summary, made anew from the manifests when it is torn, missing, of an earlier program, or names a backup that is no longer there
 * or holds another record than the desk works on: an older state was put back.
 */
export function readSummary(dataDir: string, desk: string): Summary | null {
  const folder = backupFolder(dataDir);
  try {
    const found = JSON.parse(readFileSync(summaryFile(dataDir), 'utf8')) as Partial<Summary> | null;
    const { last, head, handovers } = found ?? {};
    if (last && head !== undefined && handovers && sizeOf(join(folder, last.file)) === last.bytes) {
      if (ofThisChain(dataDir, [{ head: { seq: last.seq, hash: head } }]).length === 1)
        return found as Summary;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return summaryOf(dataDir, keptIn(folder, desk), null);
}

/**
 * What a list of kept backups comes to; null for none. Backups of a state that the desk no longer works on are kept and counted, but
 * say nothing of how the present record is saved.
 */
export function summaryOf(
  dataDir: string,
  kept: readonly BackupManifest[],
  secondAtMs: number | null,
): Summary | null {
  const own = ofThisChain(dataDir, kept);
  const [newest] = own;
  if (!newest) return null;
  return {
    last: factOf(newest),
    head: newest.head.hash,
    kept: kept.length,
    keptBytes: kept.reduce((sum, m) => sum + m.bytes, 0),
    handovers: [...new Set(own.map((m) => m.handover).filter((number) => number !== null))],
    secondAtMs,
  };
}

/** Those whose head is an event of this folder's chain: what they hold is how the present record began. */
function ofThisChain<T extends { head: BackupManifest['head'] }>(dataDir: string, all: readonly T[]): T[] {
  const file = databasePath(dataDir);
  if (all.length === 0 || !existsSync(file)) return [];
  const db = new DatabaseConstructor(file, { readonly: true, timeout: 5000 });
  try {
    const hashAt = db.prepare('SELECT hash FROM audit_event WHERE seq = ?').pluck();
    return all.filter(({ head }) => head.seq === 0 || hashAt.get(head.seq) === head.hash);
  } finally {
    db.close();
  }
}
