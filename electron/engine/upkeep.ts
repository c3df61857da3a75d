import { type Kysely, sql } from 'kysely';
import { minuteOfDay } from '../../shared/time/zone.ts';
import { Auditor } from './audit/auditor.ts';
import { Backups } from './backup/backups.ts';
import type { Clock } from './clock.ts';
import { newestVersion } from './db/migrate.ts';
import type { Sqlite } from './db/open.ts';
import type { Database } from './db/schema.ts';
import { siteAt } from './settings/store.ts';

const HOUR_MS = 60 * 60_000;
/** A start has more urgent things to do. */
const FIRST_TICKS = 30;
/** A failed backup is tried again after this, ms. */
const RETRY_MS = 5 * 60_000;

export type UpkeepParts = {
  dataDir: string;
  clock: Clock;
  db: Kysely<Database>;
  /** Backups by the hour and at handovers, a check of the record every night. */
  scheduled: boolean;
  onChange: (feature: 'backup' | 'audit') => void;
  log: (line: string) => void;
};

/** What is done beside the calls for the record to outlast the machine: backups, and checks of the whole record. */
export class Upkeep {
  readonly auditor: Auditor;
  readonly backups: Backups;
  readonly #parts: UpkeepParts;
  #ticks = 0;
  #lastTryMs = Number.NEGATIVE_INFINITY;
  /** Something of a handover changed since the last look. */
  #handoverMoved = true;
  #looking = false;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
    const { dataDir, clock, log } = parts;
    this.auditor = new Auditor({ dataDir, clock, log, onChange: () => parts.onChange('audit') });
    this.backups = new Backups({
      dataDir,
      clock,
      log,
      timeZone: () => this.#timeZone(),
      onChange: () => parts.onChange('backup'),
    });
  }

  /** Whether a thread reads the database now: the write-ahead log cannot be emptied meanwhile, and trying would hold up the desk. */
  get isReading(): boolean {
    return this.auditor.isRunning || this.backups.isRunning;
  }

  /** Saves a database of an earlier program before it is brought to the present schema. A full disk must not keep the desk shut. */
  async beforeMigration(sqlite: Sqlite): Promise<void> {
    const version = Number(sqlite.pragma('user_version', { simple: true }));
    if (this.#parts.scheduled && version > 0 && version < newestVersion) await this.backups.run('migration');
  }

  /** A commit touched these features. */
  noticed(features: readonly string[]): void {
    if (features.includes('handover')) this.#handoverMoved = true;
  }

  /** Call it every second: begins what is due and never waits for it. */
  tick(nowMs: number): void {
    if (!this.#parts.scheduled) return;
    this.#ticks += 1;
    if (this.#ticks < FIRST_TICKS || this.#looking) return;
    this.#looking = true;
    this.#look(nowMs)
      .catch((error: unknown) =>
        this.#parts.log(`upkeep: ${error instanceof Error ? error.stack : String(error)}`),
      )
      .finally(() => {
        this.#looking = false;
      });
  }

  async #look(nowMs: number): Promise<void> {
    if (this.isReading) return;
    const { backups, auditor } = this;
    const waits = backups.problem !== null && Math.abs(nowMs - this.#lastTryMs) < RETRY_MS;
    if (!waits) {
      const handover = await this.#newHandover();
      // Also a clock that was set back begins another hour, once.
      const hour = Math.floor(nowMs / HOUR_MS);
      const had = [backups.lastAtMs, backups.problem === null ? this.#lastTryMs : null];
      const hourPassed = had.every((atMs) => atMs === null || Math.floor(atMs / HOUR_MS) !== hour);
      if (handover !== null || hourPassed) {
        this.#lastTryMs = nowMs;
        await backups.run(handover === null ? 'hourly' : 'handover', handover);
        return;
      }
    }
    if (this.#ticks % 60 === 0)
      auditor.nightly(nowMs, Math.floor(minuteOfDay(nowMs, await this.#timeZone()) / 60));
  }

  /** Number of the last sheet signed by both, while no backup was made for it. */
  async #newHandover(): Promise<string | null> {
    if (!this.#handoverMoved) return null;
    // In the order in which sheets were made, whatever the clock said then.
    const { rows } = await sql<{ number: string }>`SELECT number FROM handover
      WHERE status IN ('signed', 'sealed') ORDER BY rowid DESC LIMIT 1`.execute(this.#parts.db);
    const number = rows[0]?.number ?? null;
    if (number !== null && !this.backups.summary?.handovers.includes(number)) return number;
    this.#handoverMoved = false;
    return null;
  }

  async #timeZone(): Promise<string> {
    return (await siteAt(this.#parts.db, this.#parts.clock.now())).timeZone;
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    await Promise.all([this.auditor.cancel(), this.backups.stop()]);
  }

  /** Lets go of the database file, after SQLite has. */
  release(): void {
    this.backups.release();
  }
}
