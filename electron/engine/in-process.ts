import { createORPCClient } from '@orpc/client';
import { uuidv7 } from 'uuidv7';
import type { DeskClient } from '../../shared/contract/index.ts';
import { DeskError } from '../../shared/errors.ts';
import type { CallSession, FromEngine, ReplyBody } from '../../shared/protocol.ts';
import { SettableClock } from './clock.ts';
import { Engine } from './engine.ts';

type Listeners = {
  emit?: (message: FromEngine) => void;
  log?: (line: string) => void;
  /** Backups and checks by the clock, as the program makes them. */
  upkeep?: boolean;
};

/** A desk without a window: the real engine on a data folder, a settable clock, and a client for each session. */
export class InProcessDesk {
  readonly clock: SettableClock;
  readonly dataDir: string;
  readonly #listeners: Listeners;
  #engine: Engine | null = null;

  constructor(dataDir: string, startMs: number, listeners: Listeners = {}) {
    this.dataDir = dataDir;
    this.clock = new SettableClock(startMs);
    this.#listeners = listeners;
  }

  async start(): Promise<void> {
    const log = this.#listeners.log ?? ((line: string) => process.stderr.write(`${line}\n`));
    this.#engine = await Engine.open({
      dataDir: this.dataDir,
      clock: this.clock,
      emit: this.#listeners.emit ?? (() => undefined),
      onBroken: () => log('the storage is broken'),
      log,
      upkeep: this.#listeners.upkeep ?? false,
    });
    // What is due at this very instant waits: an action recorded now settles it.
    await this.#engine.tick(this.clock.now() - 1);
  }

  async stop(): Promise<void> {
    await this.#engine?.close();
    this.#engine = null;
  }

  /** Waits until the index is whole: it is made up for beside the calls. */
  findingWhole(): Promise<void> {
    return this.#running().findingWhole();
  }

  /** The program is off for a while; what fell due meanwhile is raised when it comes back. */
  async restart(backAtMs: number): Promise<void> {
    await this.stop();
    this.clock.set(backAtMs);
    await this.start();
  }

  /** Lets time pass up to an instant, ringing at each due time on the way but not yet at the instant itself. */
  async advance(toMs: number): Promise<void> {
    const engine = this.#running();
    if (toMs <= this.clock.now()) return;
    for (;;) {
      await engine.tick();
      const next = await engine.nextDue();
      if (next >= toMs || next <= this.clock.now()) break;
      this.clock.set(next);
    }
    this.clock.set(toMs);
  }

  /** Rings what is due at this very instant. */
  tick(): Promise<void> {
    return this.#running().tick();
  }

  /** One call as it comes over the wire, with the body's JSON as given. */
  async send(session: CallSession, body: string): Promise<ReplyBody> {
    return JSON.parse(await this.#running().call(session, body)) as ReplyBody;
  }

  /**
   * The contract's client for one session, as main would give it to a window; `DeskError` for refusals. Every call is a
   * new request, unless a request id is named to show what a retry does.
   */
  as(session: CallSession, requestId?: string): DeskClient {
    const call = async (path: readonly string[], input: unknown): Promise<unknown> => {
      const body = JSON.stringify([path.join('.'), input, requestId ?? uuidv7()]);
      const reply = await this.send(session, body);
      if ('e' in reply) throw new DeskError(reply.e.code as DeskError['code'], reply.e.data);
      return reply.v;
    };
    return createORPCClient({ call });
  }

  #running(): Engine {
    if (!this.#engine) throw new Error('the desk is not started');
    return this.#engine;
  }
}
