import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { AuditProgress, AuditResult, Verdict } from '../../../shared/audit/types.ts';
import type { AuditStatus } from '../../../shared/contract/audit.ts';
import { writeWhole } from '../backup/durable.ts';
import type { Clock } from '../clock.ts';
import { startThread } from '../thread.ts';

/** What the thread says. */
export type FromAuditWorker = { t: 'progress'; progress: AuditProgress } | { t: 'verdict'; verdict: Verdict };

export type AuditorParts = {
  dataDir: string;
  clock: Clock;
  /** A check began, moved on to another part or ended: the window asks again. */
  onChange: () => void;
  log: (line: string) => void;
};

type Running = { worker: Worker; startedAtMs: number; progress: AuditProgress; done: Promise<void> };

const HOUR_MS = 60 * 60_000;

/** Checks the whole record in a thread of its own, one check at a time, and keeps the last result in `audit.json`. */
export class Auditor {
  readonly #parts: AuditorParts;
  readonly #file: string;
  #running: Running | null = null;
  #last: AuditResult | null;
  #failed = false;

  constructor(parts: AuditorParts) {
    this.#parts = parts;
    this.#file = join(parts.dataDir, 'audit.json');
    this.#last = readResult(this.#file);
  }

  status(): AuditStatus {
    const running = this.#running;
    return {
      last: this.#last,
      running: running && { startedAtMs: running.startedAtMs, progress: running.progress },
      failed: this.#failed,
    };
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Begins a check, unless one is under way. */
  start(): void {
    if (this.#running) return;
    const { dataDir, clock, log } = this.#parts;
    const worker = startThread('audit-worker', import.meta.dirname, { dataDir });
    const startedAtMs = clock.now();
    const began = performance.now();
    const progress: AuditProgress = { phase: 'file', done: 0, total: 1 };
    this.#failed = false;
    const done = new Promise<void>((resolve) => {
      worker.on('message', (message: FromAuditWorker) => {
        if (message.t === 'verdict') this.#finish(message.verdict, startedAtMs, performance.now() - began);
        else if (this.#running?.worker === worker) this.#running.progress = message.progress;
      });
      worker.once('error', (error) => {
        this.#failed = true;
        log(`the check of the record failed: ${error instanceof Error ? error.stack : String(error)}`);
      });
      worker.once('exit', () => {
        if (this.#running?.worker === worker) this.#running = null;
        resolve();
        this.#parts.onChange();
      });
    });
    this.#running = { worker, startedAtMs, progress, done };
    this.#parts.onChange();
  }

  /** Ends a check before its time; the last result stays. */
  async cancel(): Promise<void> {
    await this.#running?.worker.terminate();
  }

  /** Resolves when no check is under way. */
  async idle(): Promise<void> {
    await this.#running?.done;
  }

  /** Begins the nightly check: once between three and five by the site's clock, at any hour when two nights were missed. */
  nightly(nowMs: number, hour: number): void {
    // A check that carries the time of a clock that ran ahead is no reason to wait until then.
    const age = this.#last === null ? 47 * HOUR_MS : Math.abs(nowMs - this.#last.atMs);
    if (age > 48 * HOUR_MS || (age > 20 * HOUR_MS && (hour === 3 || hour === 4))) this.start();
  }

  #finish(verdict: Verdict, atMs: number, tookMs: number): void {
    this.#last = { atMs, tookMs: Math.round(tookMs), verdict };
    // The log of the program holds no names and numbers: what was found stands in the result.
    for (const f of verdict.ok ? [] : verdict.findings)
      this.#parts.log(`the record does not hold: ${f.code} ${f.table} ${f.seq}`);
    try {
      writeWhole(this.#file, `${JSON.stringify(this.#last)}\n`);
    } catch (error) {
      // The result stands until the program ends; the next check writes it again.
      this.#parts.log(`audit.json: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function readResult(file: string): AuditResult | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AuditResult;
  } catch {
    // Torn: the next check makes it anew.
    return null;
  }
}
