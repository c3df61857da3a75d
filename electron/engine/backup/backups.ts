import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import {
  type BackupProblem,
  type BackupProgress,
  type BackupReason,
  type BackupStatus,
  OVERDUE_MS,
} from '../../../shared/backup/types.ts';
import { invalid } from '../../../shared/errors.ts';
import type { Clock } from '../clock.ts';
import { startThread } from '../thread.ts';
import { readSummary, type Summary } from './kept.ts';
import { type BackupOrder, DatabaseBytes } from './make.ts';
import { backupFolder, ensureSettings, readSettings, writeSettings } from './places.ts';
import { problemOf } from './problem.ts';

/** What the thread of a backup says. */
export type FromBackupWorker =
  | { t: 'progress'; progress: BackupProgress }
  | { t: 'done'; summary: Summary | null; problem: BackupProblem | null; secondProblem: BackupProblem | null }
  | { t: 'failed'; problem: BackupProblem };

export type BackupsParts = {
  dataDir: string;
  clock: Clock;
  /** The site's zone, for the days and months of retention. */
  timeZone: () => Promise<string>;
  onChange: () => void;
  log: (line: string) => void;
};

type Running = { progress: BackupProgress; worker: Worker | null; done: Promise<void> };

/** Makes backups in a thread of their own, one at a time; a failing one is said, kept to be tried again, and harms nothing. */
export class Backups {
  readonly #parts: BackupsParts;
  readonly #bytes: DatabaseBytes;
  readonly #sinceMs: number;
  #summary: Summary | null | undefined;
  #running: Running | null = null;
  #problem: BackupProblem | null = null;
  #secondProblem: BackupProblem | null = null;
  #stopped = false;

  constructor(parts: BackupsParts) {
    this.#parts = parts;
    this.#bytes = new DatabaseBytes(parts.dataDir);
    this.#sinceMs = parts.clock.now();
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The newest verified backup and what is known of the others; read from disk once. */
  get summary(): Summary | null {
    if (this.#summary === undefined) {
      const { dataDir } = this.#parts;
      const desk = readSettings(dataDir)?.desk;
      this.#summary = null;
      try {
        if (desk !== undefined) this.#summary = readSummary(dataDir, desk);
      } catch (error) {
        this.#fail(problemOf(error, this.#parts.clock.now()));
      }
    }
    return this.#summary;
  }

  /** When the newest verified backup was made; null while there is none. */
  get lastAtMs(): number | null {
    return this.summary?.last.atMs ?? null;
  }

  get problem(): BackupProblem | null {
    return this.#problem;
  }

  status(): BackupStatus {
    const { dataDir, clock } = this.#parts;
    const summary = this.summary;
    const second = readSettings(dataDir)?.second ?? null;
    const nowMs = clock.now();
    return {
      folder: backupFolder(dataDir),
      last: summary?.last ?? null,
      kept: summary?.kept ?? 0,
      keptBytes: summary?.keptBytes ?? 0,
      running: this.#running?.progress ?? null,
      problem: this.#problem,
      second:
        second === null
          ? null
          : { folder: second, lastAtMs: summary?.secondAtMs ?? null, problem: this.#secondProblem },
      // A desk that was off for days is not overdue the moment it starts.
      overdue: Math.abs(nowMs - Math.max(summary?.last.atMs ?? 0, this.#sinceMs)) > OVERDUE_MS,
    };
  }

  /** Makes one backup; a second call joins the one under way. Never throws: what failed stands in the status. */
  run(reason: BackupReason, handover: string | null = null): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#running) return this.#running.done;
    const running: Running = {
      progress: { reason, phase: 'copy', doneBytes: 0, totalBytes: 0 },
      worker: null,
      done: Promise.resolve(),
    };
    this.#running = running;
    running.done = this.#make(running, reason, handover)
      .catch((error: unknown) => this.#fail(problemOf(error, this.#parts.clock.now())))
      .finally(() => {
        this.#running = null;
        this.#parts.onChange();
      });
    this.#parts.onChange();
    return running.done;
  }

  async #make(running: Running, reason: BackupReason, handover: string | null): Promise<void> {
    const { dataDir, clock } = this.#parts;
    const { desk, second } = ensureSettings(dataDir);
    const atMs = clock.now();
    const timeZone = await this.#parts.timeZone();
    if (this.#stopped) return;
    const order: BackupOrder = {
      dataDir,
      fd: this.#bytes.fd,
      desk,
      reason,
      handover,
      atMs,
      timeZone,
      second,
    };
    await new Promise<void>((resolve, reject) => {
      const worker = startThread('backup-worker', import.meta.dirname, order);
      running.worker = worker;
      worker.on('message', (message: FromBackupWorker) => this.#onMessage(running, message));
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });
  }

  #onMessage(running: Running, message: FromBackupWorker): void {
    if (message.t === 'progress') {
      running.progress = message.progress;
    } else if (message.t === 'done') {
      this.#summary = message.summary;
      this.#problem = message.problem;
      this.#secondProblem = message.secondProblem;
      if (message.secondProblem) this.#parts.log(`second place: ${message.secondProblem.detail}`);
    } else {
      this.#fail(message.problem);
    }
  }

  #fail(problem: BackupProblem): void {
    this.#problem = problem;
    this.#parts.log(`backup failed (${problem.code}): ${problem.detail}`);
  }

  /** Sets or forgets the second place; `invalid` for a folder that is not there, not writable or inside the data folder. */
  setSecond(folder: string | null): void {
    const { dataDir } = this.#parts;
    if (folder !== null) requireFolder(folder, dataDir);
    writeSettings(dataDir, { ...ensureSettings(dataDir), second: folder });
    this.#secondProblem = null;
    if (this.#summary) this.#summary = { ...this.#summary, secondAtMs: null };
    this.#parts.onChange();
  }

  /** Resolves when no backup is under way. */
  async idle(): Promise<void> {
    await this.#running?.done;
  }

  /** Ends what is under way; half a copy is swept by the next try. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.worker?.terminate();
    await this.idle();
  }

  /** Lets go of the database file; only after SQLite has. */
  release(): void {
    this.#bytes.close();
  }
}

function requireFolder(folder: string, dataDir: string): void {
  if (!isAbsolute(folder)) throw invalid('folder', 'folderAbsolute');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw invalid('folder', 'folderMissing');
  const way = relative(resolve(dataDir), resolve(folder));
  if (way === '' || !(way.startsWith('..') || isAbsolute(way))) throw invalid('folder', 'folderInside');
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw invalid('folder', 'folderNotWritable');
  }
}
