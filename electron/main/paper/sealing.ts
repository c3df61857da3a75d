import { uuidv7 } from 'uuidv7';
import type { ReplyBody } from '../../../shared/protocol.ts';
import type { Ask } from '../engine/ask.ts';

const RETRY_MS = [1000, 3000, 10_000, 30_000, 60_000];

export type SealingParts = {
  render: (route: string) => Promise<Uint8Array>;
  archive: (pdf: Uint8Array) => Promise<{ sha256: string; bytes: number }>;
  ask: Ask;
  log: (text: string) => void;
};

type Archived = { sha256: string; bytes: number; requestId: string };

/**
 * Turns handovers signed by both sides into archived PDFs, one at a time. The engine names what is pending at its start
 * and after each signature; what fails here is tried again, and again at the next start.
 */
export class Sealing {
  readonly #parts: SealingParts;
  /** What is pending, with its PDF once that is archived: a retry must report it, not make another. */
  readonly #pending = new Map<string, Archived | null>();
  #failures = 0;
  #working = false;

  constructor(parts: SealingParts) {
    this.#parts = parts;
  }

  /** Takes the engine's list. */
  pending(handoverIds: string[]): void {
    for (const id of handoverIds) if (!this.#pending.has(id)) this.#pending.set(id, null);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (const id of this.#pending.keys()) {
      try {
        await this.#seal(id);
        this.#pending.delete(id);
        this.#failures = 0;
      } catch (error) {
        this.#parts.log(`sealing failed: ${error instanceof Error ? error.message : String(error)}`);
        this.#failures += 1;
      }
    }
    this.#working = false;
    if (this.#pending.size === 0) return;
    const delay = RETRY_MS[Math.max(0, Math.min(this.#failures, RETRY_MS.length) - 1)];
    setTimeout(() => void this.#work(), delay);
  }

  async #seal(id: string): Promise<void> {
    const archived = this.#pending.get(id) ?? (await this.#makePaper(id));
    let reply = await this.#report(id, archived);
    // Outcome unknown: the same request again tells, without sealing twice.
    if ('e' in reply && reply.e.code === 'engineDown') reply = await this.#report(id, archived);
    if (!('e' in reply)) return;
    if (reply.e.code !== 'conflict' && reply.e.code !== 'notFound')
      throw new Error(`engine: ${reply.e.code}`);
    // Sealed meanwhile (by an earlier attempt whose answer was lost): nothing left to do.
    this.#parts.log(`seal refused: ${reply.e.code}`);
  }

  async #makePaper(id: string): Promise<Archived> {
    const pdf = await this.#parts.render(`#/handover/${encodeURIComponent(id)}`);
    const archived = { ...(await this.#parts.archive(pdf)), requestId: uuidv7() };
    this.#pending.set(id, archived);
    return archived;
  }

  #report(id: string, { sha256, bytes, requestId }: Archived): Promise<ReplyBody> {
    return this.#parts.ask('handover.seal', { id, sha256, bytes }, requestId);
  }
}
