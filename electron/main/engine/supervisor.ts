import type { CallSession, FromEngine, ToEngine, WindowEvent } from '../../../shared/protocol.ts';
import { engineDown } from '../reply.ts';
import { CrashRecord } from './crashes.ts';
import { Heartbeat } from './heartbeat.ts';

/** One running engine process, however it was started. */
export type EngineChild = { pid: number | undefined; send: (message: ToEngine) => void; kill: () => void };
export type ChildEvents = { message: (message: FromEngine) => void; exit: (code: number | null) => void };
export type EngineStatus = Extract<WindowEvent, { t: 'engine' }>;
/** Messages main acts upon; replies and heartbeats stay in the supervisor. */
export type EngineNews = Extract<FromEngine, { t: 'change' | 'alarms' | 'sealPending' | 'ready' }>;

export type SupervisorParts = {
  spawn: (events: ChildEvents) => EngineChild;
  onStatus: (status: EngineStatus) => void;
  onNews: (news: EngineNews) => void;
  log: (text: string) => void;
};

const CALL_WAIT_MS = 8000;
/** Opening checks the whole database before `ready`, so a start may be slow without being stuck. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 3000;

type Gate = { open: Promise<boolean>; settle: (up: boolean) => void };

function newGate(): Gate {
  let settle: (up: boolean) => void = () => undefined;
  const open = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { open, settle };
}

/** Keeps one engine alive: starts it, watches its heartbeat, replaces it, and answers for it while it is away. */
export class Supervisor {
  readonly #parts: SupervisorParts;
  readonly #crashes = new CrashRecord();
  readonly #heart: Heartbeat;
  readonly #pending = new Map<number, (body: string) => void>();
  #child: EngineChild | null = null;
  #generation = 0;
  #gate = newGate();
  #up = false;
  #lastId = 0;
  #stopped: (() => void) | null = null;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  #calmTimer: ReturnType<typeof setTimeout> | undefined;
  #respawnTimer: ReturnType<typeof setTimeout> | undefined;
  #status: EngineStatus = { t: 'engine', status: 'down' };

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
    this.#heart = new Heartbeat({
      beat: (id) => this.#child?.send({ t: 'ping', id }),
      stale: () => this.#replace('no heartbeat for 5 s'),
    });
  }

  /** The status as last announced. */
  get status(): EngineStatus {
    return this.#status;
  }

  /** True while the engine answers. */
  get isUp(): boolean {
    return this.#up;
  }

  /** The engine's process id, for tests and the log. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the first engine. */
  start(): void {
    const generation = ++this.#generation;
    const current = () => generation === this.#generation;
    this.#startTimer = setTimeout(() => this.#replace('not ready in time'), START_LIMIT_MS);
    try {
      this.#child = this.#parts.spawn({
        message: (message) => current() && this.#receive(message),
        exit: (code) => current() && this.#gone(`exit code ${code}`),
      });
      this.#parts.log(`engine started, pid ${this.#child.pid}`);
    } catch (error) {
      this.#gone(`could not be started: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Forwards one call unread. While the engine is away it waits up to 8 s, then answers `engineDown`. */
  async call(session: CallSession, body: string): Promise<string> {
    if (!this.#up && !(await this.#waitUntilUp())) return engineDown;
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.#send({ t: 'call', id, session, body });
    });
  }

  /** Ends the engine in order; by force when it does not go. */
  stop(): Promise<void> {
    clearTimeout(this.#respawnTimer);
    if (!this.#child) return Promise.resolve();
    return new Promise((resolve) => {
      const limit = setTimeout(() => this.#replace('did not stop'), STOP_LIMIT_MS);
      this.#stopped = () => {
        clearTimeout(limit);
        resolve();
      };
      this.#send({ t: 'stop' });
    });
  }

  async #waitUntilUp(): Promise<boolean> {
    if (this.#status.status === 'fatal') return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), CALL_WAIT_MS);
    });
    const up = await Promise.race([this.#gate.open, limit]);
    clearTimeout(timer);
    return up && this.#up;
  }

  /** A child that is just dying refuses messages; its exit follows and answers the pending calls. */
  #send(message: ToEngine): void {
    try {
      this.#child?.send(message);
    } catch (error) {
      this.#replace(`message refused: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #receive(message: FromEngine): void {
    this.#heart.alive();
    switch (message.t) {
      case 'ready':
        clearTimeout(this.#startTimer);
        this.#up = true;
        this.#heart.start();
        this.#announceUp(message.nowMs);
        this.#gate.settle(true);
        this.#parts.onNews(message);
        return;
      case 'reply':
        this.#pending.get(message.id)?.(message.body);
        this.#pending.delete(message.id);
        return;
      case 'fatal':
        this.#parts.log(`engine refuses the data folder: ${message.code}`);
        this.#announce({ t: 'engine', status: 'fatal', fatalCode: message.code, message: message.message });
        this.#gate.settle(false);
        return;
      case 'pong':
        return;
      default:
        this.#parts.onNews(message);
    }
  }

  #announceUp(nowMs: number): void {
    const unstable = this.#crashes.areTooMany();
    this.#announce({ t: 'engine', status: 'up', nowMs, ...(unstable ? { unstable } : {}) });
    clearTimeout(this.#calmTimer);
    if (unstable) {
      this.#calmTimer = setTimeout(() => this.#up && this.#announceUp(nowMs), this.#crashes.calmInMs());
    }
  }

  #replace(reason: string): void {
    const child = this.#child;
    this.#gone(reason);
    child?.kill();
  }

  #gone(reason: string): void {
    this.#generation += 1;
    this.#child = null;
    clearTimeout(this.#startTimer);
    this.#heart.stop();
    // The new gate first: whoever is answered below may call again at once and must wait on it.
    if (this.#up) this.#gate = newGate();
    this.#up = false;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const answer of waiting) answer(engineDown);
    if (this.#stopped) {
      this.#stopped();
      return;
    }
    if (this.#status.status === 'fatal') return;
    this.#crashes.add();
    const delay = this.#crashes.backOffMs();
    this.#parts.log(`engine gone (${reason}); next start in ${delay} ms`);
    this.#announce({ t: 'engine', status: this.#crashes.areTooMany() ? 'degraded' : 'down' });
    this.#respawnTimer = setTimeout(() => this.start(), delay);
  }

  #announce(status: EngineStatus): void {
    this.#status = status;
    this.#parts.onStatus(status);
  }
}
