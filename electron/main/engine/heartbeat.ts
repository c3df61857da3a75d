const BEAT_MS = 1000;
const STALE_MS = 5000;

/**
 * Asks once a second, calls `stale` after five silent seconds. Seconds are counted in ticks of this process, so that a
 * main process that itself slept (suspend, debugger) does not take its own pause for the engine's.
 */
export class Heartbeat {
  readonly #parts: { beat: (id: number) => void; stale: () => void };
  #timer: ReturnType<typeof setInterval> | undefined;
  #silentBeats = 0;
  #id = 0;

  constructor(parts: { beat: (id: number) => void; stale: () => void }) {
    this.#parts = parts;
  }

  /** Starts asking. */
  start(): void {
    this.stop();
    this.#silentBeats = 0;
    this.#timer = setInterval(() => this.#tick(), BEAT_MS);
  }

  /** Any message is a sign of life. */
  alive(): void {
    this.#silentBeats = 0;
  }

  /** Stops asking. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.#silentBeats * BEAT_MS >= STALE_MS) {
      this.stop();
      this.#parts.stale();
      return;
    }
    this.#silentBeats += 1;
    this.#id += 1;
    try {
      this.#parts.beat(this.#id);
    } catch {
      // A dying child refuses messages: the silence that follows, or its exit, is what counts.
    }
  }
}
