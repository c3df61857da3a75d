import { Kysely, sql } from 'kysely';
import type { CallSession, Change, FromEngine, ReplyBody } from '../../shared/protocol.ts';
import { alarmMessage } from './alarms/message.ts';
import { AlarmTicker } from './alarms/ticker.ts';
import { FileStore } from './attachments/files.ts';
import { failureBody, parseBody, runProcedure } from './call.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { engineDialect } from './db/dialect.ts';
import { lockFolder } from './db/lock.ts';
import { migrate, newestVersion, requireExpectedSchema } from './db/migrate.ts';
import { databasePath, openSqlite } from './db/open.ts';
import type { Database } from './db/schema.ts';
import { giveUpReserve, refuseNetworkFolder, Space } from './db/space.ts';
import { requireSoundChain } from './db/start-check.ts';
import { Tail } from './db/tail.ts';
import { chainHead, type Writer } from './db/transaction.ts';
import { startDictionary } from './dictionary/start.ts';
import { sealPending } from './handover/store.ts';
import { findActor } from './people/store.ts';
import { startPlans } from './posture/start.ts';
import { FindingRebuild } from './search/rebuild.ts';
import { keepFindable } from './search/records.ts';
import { mergeStep } from './search/tidy.ts';
import { Upkeep } from './upkeep.ts';

export type EngineOptions = {
  dataDir: string;
  clock: Clock;
  /** Everything the engine says unasked: changes, alarms, sheets to seal. */
  emit: (message: FromEngine) => void;
  log: (line: string) => void;
  /** Keep 32 MB back for a full disk; replays and tests do without. */
  keepReserve?: boolean;
  /** Backups by the hour, at handovers and before a migration, a check of the record every night; replays and tests do without. */
  upkeep?: boolean;
  /** How long to wait for a predecessor on its way out before the folder counts as in use, ms. */
  lockWaitMs?: number;
  /** The storage failed in a way that must not be retried in place: end this process, a new one verifies and reopens. */
  onBroken: () => void;
};

/** The one owner of a data folder: rules, clock and log. Calls come in as the contract's procedures. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #db: Kysely<Database>;
  readonly #writer: Writer;
  readonly #ticker: AlarmTicker;
  readonly #release: () => void;
  readonly #space: Space;
  readonly #files: FileStore;
  readonly #finding: FindingRebuild;
  readonly #upkeep: Upkeep;
  #changed = false;
  #clockStep: Context['clockStep'] = null;
  #quietTicks = 0;
  #tidied = false;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(
    options: EngineOptions,
    db: Kysely<Database>,
    parts: { tail: Tail; upkeep: Upkeep; release: () => void },
  ) {
    const { tail, upkeep, release } = parts;
    this.#upkeep = upkeep;
    this.#options = options;
    this.#db = db;
    this.#release = release;
    this.#space = new Space(options.dataDir, options.keepReserve ?? false);
    this.#files = new FileStore(options.dataDir);
    const onChange = (change: Change) => {
      this.#changed = true;
      this.#quietTicks = 0;
      this.#tidied = false;
      upkeep.noticed(change.features);
      options.emit({ t: 'change', change });
    };
    this.#writer = { db, tail, onChange, derive: keepFindable };
    this.#ticker = new AlarmTicker(this.#writer, options.clock);
    this.#finding = new FindingRebuild(db, (error) => this.#onFailure(failureBody(error, options.log)));
  }

  /** Opens a data folder: lock, settings read back, migrations, schema and chain checked. Throws FatalError to refuse. */
  static async open(options: EngineOptions): Promise<Engine> {
    const release = await lockFolder(options.dataDir, options.lockWaitMs);
    try {
      refuseNetworkFolder(options.dataDir);
      try {
        return await Engine.#openLocked(options, release);
      } catch (error) {
        if ((error as { code?: string }).code !== 'SQLITE_FULL' || !giveUpReserve(options.dataDir))
          throw error;
        options.log('the disk is full: the reserve is given up to start at all');
        return await Engine.#openLocked(options, release);
      }
    } catch (error) {
      release();
      throw error;
    }
  }

  static async #openLocked(options: EngineOptions, release: () => void): Promise<Engine> {
    // What was opened is let go of again when the folder is refused.
    const opened: { close(): void }[] = [];
    try {
      const sqlite = openSqlite(databasePath(options.dataDir), newestVersion);
      opened.push(sqlite);
      const db = new Kysely<Database>({ dialect: engineDialect(sqlite) });
      const upkeep = startUpkeep(options, db);
      opened.push({ close: () => upkeep.release() });
      await upkeep.beforeMigration(sqlite);
      await migrate(sqlite, db);
      await requireExpectedSchema(sqlite);
      const tail = new Tail(options.dataDir);
      opened.push(tail);
      await requireSoundChain(sqlite, db, tail);
      const engine = new Engine(options, db, { tail, upkeep, release });
      await startDictionary(engine.#writer, () => options.clock.now());
      await startPlans(engine.#writer, () => options.clock.now());
      engine.#finding.start();
      return engine;
    } catch (error) {
      for (const file of opened) file.close();
      throw error;
    }
  }

  /** One call as it came over the wire; always answers, never throws. */
  async call(session: CallSession, body: string): Promise<string> {
    let reply: ReplyBody;
    try {
      const [path, input, requestId] = parseBody(body);
      reply = { v: (await this.run(session, path, input, requestId)) ?? null };
    } catch (error) {
      reply = failureBody(error, this.#options.log);
      this.#onFailure(reply);
    }
    return JSON.stringify(reply);
  }

  /**
   * Runs one procedure by name. What fell due before this instant is raised first, so that an
   * action settles exactly what is due at its own time and later.
   */
  async run(session: CallSession, path: string, input: unknown, requestId: string): Promise<unknown> {
    const nowMs = this.#options.clock.now();
    const known = session.personId !== null && !session.locked;
    const actor = known ? ((await findActor(this.#db, session.personId ?? '')) ?? null) : null;
    const context: Context = {
      path,
      requestId,
      session,
      actor,
      nowMs,
      clock: this.#options.clock,
      db: this.#db,
      writer: this.#writer,
      files: this.#files,
      dataDir: this.#options.dataDir,
      readOnly: false,
      storage: this.#space.state(),
      clockStep: this.#clockStep,
      upkeep: this.#upkeep,
    };
    await this.#raise(nowMs - 1);
    try {
      return await runProcedure(path, input, context);
    } finally {
      // Also after a refusal: alarms may have been raised just before it.
      if (this.#changed) await this.#announce();
    }
  }

  /** Raises what is due now; call it every second. */
  async tick(untilMs = this.#options.clock.now()): Promise<void> {
    if (await this.#raise(untilMs)) await this.#announce();
    await this.#tidyWhenIdle();
    this.#upkeep.tick(this.#options.clock.now());
  }

  /** The system clock jumped by `byMs`: written to the log and shown on every desk. */
  clockStepped(byMs: number): void {
    const { clock, emit, log } = this.#options;
    this.#clockStep = { atMs: clock.now(), byMs };
    log(`the system clock stepped by ${byMs} ms`);
    emit({ t: 'change', change: { rev: 0, features: ['desk'], ids: [] } });
  }

  /** The next instant at which an alarm can ring (for clocks that jump). */
  nextDue(): Promise<number> {
    return this.#ticker.nextDue();
  }

  /** What main needs right after a start: alarms and sheets left to seal. */
  async announceAll(): Promise<void> {
    await this.#announce();
  }

  async rev(): Promise<number> {
    return (await chainHead(this.#db)).seq;
  }

  /** Resolves when every record can be found; after an upgrade the index is filled beside the calls. */
  async findingWhole(): Promise<void> {
    await this.#finding.done();
  }

  async close(): Promise<void> {
    await this.#upkeep.stop();
    await this.#finding.stop();
    await this.#db.destroy();
    this.#upkeep.release();
    this.#writer.tail?.close();
    this.#release();
  }

  async #announce(): Promise<void> {
    this.#changed = false;
    this.#ticker.invalidate();
    const { emit, clock, log } = this.#options;
    try {
      emit(await alarmMessage(this.#db, clock.now()));
      const handoverIds = await sealPending(this.#db);
      if (handoverIds.length > 0) emit({ t: 'sealPending', handoverIds });
    } catch (error) {
      // What was committed stays acknowledged; the next change or start announces again.
      this.#onFailure(failureBody(error, log));
    }
  }

  /** The desk goes on although its alarms could not be written (a full disk): main rings them from its own file. */
  async #raise(untilMs: number): Promise<boolean> {
    try {
      return await this.#serial(() => this.#ticker.raise(untilMs));
    } catch (error) {
      this.#onFailure(failureBody(error, this.#options.log));
      return false;
    }
  }

  /** A full disk gives up its reserve; a broken one ends this process: it is never retried in place. */
  #onFailure(reply: ReplyBody): void {
    if (!('e' in reply) || reply.e.code !== 'storage') return;
    const reason = (reply.e.data as { reason: string }).reason;
    // Without any room SQLite may call it a failed read or write: that disk is full as well.
    if (reason === 'full' || (reason === 'broken' && this.#space.isOut)) {
      const told = this.#space.exhausted();
      // Nothing was written that would tell the window: without this its banner learned of it a minute later.
      if (!told) this.#options.emit({ t: 'change', change: { rev: 0, features: ['desk'], ids: [] } });
    }
    if (reason === 'broken') this.#options.onBroken();
  }

  /** When nothing was written for a minute: merges what the index for finding is made of, then empties the write-ahead log. */
  async #tidyWhenIdle(): Promise<void> {
    // While a thread reads the file its log cannot be emptied, and trying would hold up the desk.
    if (this.#upkeep.isReading) return;
    this.#quietTicks += 1;
    if (this.#quietTicks < 60 || this.#tidied) return;
    if (this.#space.state() !== 'full' && (await this.#mergeIndex())) return;
    this.#tidied = true;
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(this.#db);
  }

  /** What serves finding is derived: that it could not be put together is no reason to end the desk. */
  async #mergeIndex(): Promise<boolean> {
    try {
      return await mergeStep(this.#db);
    } catch (error) {
      this.#onFailure(failureBody(error, this.#options.log));
      return false;
    }
  }

  /** Two ticks never raise at the same time. */
  #serial<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(run, run);
    this.#queue = next.catch(() => undefined);
    return next;
  }
}

const startUpkeep = ({ dataDir, clock, log, upkeep, emit }: EngineOptions, db: Kysely<Database>) =>
  new Upkeep({
    dataDir,
    clock,
    db,
    log,
    scheduled: upkeep ?? false,
    onChange: (feature) => emit({ t: 'change', change: { rev: 0, features: [feature], ids: [] } }),
  });
