import { uuidv7 } from 'uuidv7';
import type { PaperMeans } from '../../../shared/papers/types.ts';
import type { CallSession, ReplyBody } from '../../../shared/protocol.ts';
import { errorReply } from '../reply.ts';

/** How main asks the engine in somebody's name. */
export type AskAs = (
  caller: CallSession,
  path: string,
  input: unknown,
  requestId: string,
) => Promise<ReplyBody>;

export type GateParts = {
  /** Who is signed in at this instant, and whether the desk is locked. */
  caller: () => CallSession;
  ask: AskAs;
};

/** What is written of a paper before it leaves. The engine checks it: the page names both. */
export type PaperEntry = { kind: unknown; title: unknown; means: PaperMeans };

/** A paper that may not leave, with the reply that says why. */
export class Refusal extends Error {
  readonly reply: ReplyBody;
  constructor(reply: ReplyBody) {
    super(JSON.stringify(reply));
    this.reply = reply;
  }
}

/**
 * Watches over one paper on its way out. The print window itself speaks as the system, so main must ask whether somebody is
 * there: at the start, and again after everything that takes time (a dialog, a place in the queue, the rendering).
 */
export class Gate {
  readonly #parts: GateParts;
  readonly #by: CallSession;

  /** Opens for whoever is signed in; throws a Refusal when nobody is or the desk is locked. */
  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#by = parts.caller();
    this.check();
  }

  /** Throws a Refusal when the desk has been locked or left meanwhile. */
  check(): void {
    const { personId, locked } = this.#parts.caller();
    if (personId === null) throw new Refusal(errorReply('notAllowed', { reason: 'signedOut' }));
    if (locked) throw new Refusal(errorReply('notAllowed', { reason: 'locked' }));
  }

  /**
   * Writes the line of the log in the name of whoever asked for the paper; only after it may the bytes leave. Throws a Refusal
   * when it could not be written.
   */
  async record(entry: PaperEntry): Promise<void> {
    this.check();
    const requestId = uuidv7();
    const write = () => this.#parts.ask(this.#by, 'papers.log', entry, requestId);
    let reply = await write();
    // Outcome unknown: the same request again tells, without a second line.
    if ('e' in reply && reply.e.code === 'engineDown') reply = await write();
    if ('e' in reply) {
      const down = reply.e.code === 'engineDown';
      throw new Refusal(down ? errorReply('conflict', { reason: 'paperNotLogged' }) : reply);
    }
    this.check();
  }
}
