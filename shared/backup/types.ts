/** Why a backup was made. */
export type BackupReason = 'hourly' | 'handover' | 'migration' | 'manual';

/** What lies beside every backup as `<name>.json`: all that a restore needs in order to trust it. */
export type BackupManifest = {
  format: 2;
  /** The data folder this is a backup of, as it named itself at its first backup. */
  desk: string;
  reason: BackupReason;
  /** Number of the sheet that was just signed, for a backup at a handover. */
  handover: string | null;
  atMs: number;
  /** File name of the copy, beside this manifest. */
  file: string;
  bytes: number;
  sha256: string;
  schemaVersion: number;
  /** The chain's last event in the copy. */
  head: { seq: number; hash: string };
  /** Rows of every table. */
  counts: Record<string, number>;
  /**
   * Sealed papers and attached files that the copy names, and how many of them were not in the archive when it was made. Which they
   * are and their hashes stand in the copy (`sealed_document`, `attachment`), which this manifest vouches for: ten years of photos
   * listed in every manifest would outweigh the papers.
   */
  files: { count: number; bytes: number; missing: number };
  /** The first of the missing ones, by their hash. */
  missing: string[];
};

/** One verified backup as the window shows it. */
export type BackupFact = {
  atMs: number;
  reason: BackupReason;
  handover: string | null;
  file: string;
  bytes: number;
  seq: number;
  files: number;
};

/** Why a try failed; worded by the locale. */
export type BackupProblemCode =
  | 'full'
  | 'folderGone'
  | 'notWritable'
  | 'busy'
  | 'copyDiffers'
  | 'filesMissing'
  | 'other';

export type BackupProblem = { code: BackupProblemCode; atMs: number; detail: string };

export type BackupProgress = {
  reason: BackupReason;
  phase: 'copy' | 'verify' | 'second';
  doneBytes: number;
  totalBytes: number;
};

export type BackupStatus = {
  /** Where backups lie. */
  folder: string;
  /** The newest one that was reopened and checked; null while there is none. */
  last: BackupFact | null;
  /** How many are kept, and their size together. */
  kept: number;
  keptBytes: number;
  running: BackupProgress | null;
  /** The last try failed; null once one succeeds. */
  problem: BackupProblem | null;
  /** A second place for copies: another disk or a share. */
  second: { folder: string; lastAtMs: number | null; problem: BackupProblem | null } | null;
  /** No verified backup for longer than there should be. */
  overdue: boolean;
};

/** Longer than this without a verified backup is said on the desk, ms: three were missed. */
export const OVERDUE_MS = 3 * 60 * 60_000;
