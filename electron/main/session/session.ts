import type { CallSession, ReplyBody, SessionState } from '../../../shared/protocol.ts';
import { errorReply, readObject, valueReply } from '../reply.ts';

type Person = NonNullable<SessionState['person']>;
type Ask = (path: string, input: unknown) => Promise<ReplyBody>;

const initial: SessionState = { person: null, locked: false, opened: false };

function asPerson(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, staffNo, name, roles } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof staffNo !== 'string' || typeof name !== 'string') return null;
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string')) return null;
  return { id, staffNo, name, roles };
}

/** Who is signed in at this desk. Secrets pass through to the engine and are never kept. */
export class DeskSession {
  readonly #ask: Ask;
  readonly #publish: (state: SessionState) => void;
  #state: SessionState = initial;

  constructor(ask: Ask, publish: (state: SessionState) => void) {
    this.#ask = ask;
    this.#publish = publish;
  }

  /** The state as the window may know it. */
  get state(): SessionState {
    return this.#state;
  }

  /** What the engine is told about who speaks. A lock keeps the person; the engine decides what it still allows. */
  get caller(): CallSession {
    return { personId: this.#state.person?.id ?? null, locked: this.#state.locked };
  }

  /** Locks the desk (by hand or because nobody was there). */
  lock(): void {
    if (this.#state.person && !this.#state.locked) this.#set({ ...this.#state, locked: true });
  }

  /** Answers one message of the session door. */
  async handle(body: string): Promise<ReplyBody> {
    const call = readObject(body);
    switch (call?.op) {
      case 'state':
        return valueReply(this.#state);
      case 'lock':
        this.lock();
        return valueReply(this.#state);
      case 'signOut':
        this.#set(initial);
        return valueReply(this.#state);
      case 'signIn':
        return this.#enter('session.checkPassword', { staffNo: call.staffNo, password: call.password });
      case 'switch':
        return this.#enterByPin(call.personId, call.pin);
      case 'unlock':
        return this.#enterByPin(this.#state.person?.id, call.pin);
      default:
        return errorReply('invalid', { issues: [] });
    }
  }

  async #enterByPin(personId: unknown, pin: unknown): Promise<ReplyBody> {
    if (!this.#state.opened) return errorReply('notAllowed', { reason: 'sessionNotOpened' });
    return this.#enter('session.checkPin', { personId, pin });
  }

  async #enter(procedure: string, input: unknown): Promise<ReplyBody> {
    const reply = await this.#ask(procedure, input);
    if ('e' in reply) return reply;
    const person = asPerson(reply.v);
    if (!person) return errorReply('bug', { id: 'session-person' });
    this.#set({ person, locked: false, opened: true });
    return valueReply(this.#state);
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#publish(state);
  }
}
